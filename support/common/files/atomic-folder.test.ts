import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { AtomicFolder } from './atomic-folder';

describe('A folder of files that are written atomically', () => {
  let place: string;

  beforeEach(() => (place = mkdtempSync(join(tmpdir(), 'atomic-folder-'))));
  afterEach(() => rmSync(place, { recursive: true }));

  it('has each file whole, and no temporary file', async () => {
    const folder = new AtomicFolder(join(place, 'results'));
    await Promise.all(['a', 'b', 'a'].map((name) => folder.write(name, `text of ${name}`)));
    expect(readdirSync(join(place, 'results')).sort()).to.deep.equal(['a', 'b']);
    expect(readFileSync(join(place, 'results/a'), 'utf8')).to.equal('text of a');
  });

  it('keeps no temporary file of a process that was killed, nor of one that still has its id', () => {
    // The parent stands for a killed process that nobody has taken notice of: its id is still in use.
    for (const pid of [99_999_999, process.ppid, process.pid])
      writeFileSync(join(place, `.cognito-lab-${pid}-1.draft`), 'half');
    writeFileSync(join(place, '.cognito-lab-notes'), 'of somebody else');
    new AtomicFolder(place).removeDrafts();
    expect(readdirSync(place)).to.deep.equal(['.cognito-lab-notes']);
  });
});
