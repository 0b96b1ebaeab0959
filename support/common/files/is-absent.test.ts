import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { isAbsent } from './is-absent';

describe('A path', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'absent-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is absent only if nothing is there, not even a dangling link', function () {
    if (process.platform === 'win32') this.skip();
    expect(isAbsent(join(folder, 'nothing'))).to.equal(true);
    writeFileSync(join(folder, 'file'), '');
    expect(isAbsent(join(folder, 'file'))).to.equal(false);
    symlinkSync('nowhere', join(folder, 'dangling'));
    expect(isAbsent(join(folder, 'dangling'))).to.equal(false);
    symlinkSync('loop', join(folder, 'loop'));
    expect(isAbsent(join(folder, 'loop', 'x'))).to.equal(false);
  });
});
