import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { Problem } from '../problem';
import { checkWritable, writeAtomic } from './atomic-write';

describe('A written file', () => {
  let folder: string;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cognito-lab-write-'));
  });

  afterEach(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const inFolder = (...parts: string[]): string => path.join(folder, ...parts);

  it('is whole, and the only thing that is left', () => {
    writeAtomic(inFolder('report.html'), 'a\u{1f38c}\n');
    expect(fs.readFileSync(inFolder('report.html'), 'utf8')).to.equal('a\u{1f38c}\n');
    expect(fs.readdirSync(folder)).to.deep.equal(['report.html']);
  });

  it('writes what comes in pieces as one, and nothing where a piece cannot be made', () => {
    writeAtomic(inFolder('pieces.txt'), ['a', '\u{1f38c}', '', 'b\n']);
    expect(fs.readFileSync(inFolder('pieces.txt'), 'utf8')).to.equal('a\u{1f38c}b\n');
    const broken = (function* () {
      yield 'new';
      throw new Error('a bug');
    })();
    expect(() => writeAtomic(inFolder('pieces.txt'), broken)).to.throw('a bug');
    expect(fs.readFileSync(inFolder('pieces.txt'), 'utf8')).to.equal('a\u{1f38c}b\n');
    expect(fs.readdirSync(folder)).to.deep.equal(['pieces.txt']);
  });

  it('takes the place of an older one and keeps its permissions', function () {
    if (process.platform === 'win32') this.skip();
    fs.writeFileSync(inFolder('report.html'), 'old', { mode: 0o600 });
    writeAtomic(inFolder('report.html'), 'new');
    expect(fs.readFileSync(inFolder('report.html'), 'utf8')).to.equal('new');
    expect(fs.statSync(inFolder('report.html')).mode & 0o777).to.equal(0o600);
  });

  it('keeps an executable bit, unless it is to be private', function () {
    if (process.platform === 'win32') this.skip();
    fs.writeFileSync(inFolder('a'), 'old', { mode: 0o755 });
    writeAtomic(inFolder('a'), 'new');
    expect(fs.statSync(inFolder('a')).mode & 0o777).to.equal(0o755);
    writeAtomic(inFolder('a'), 'private', 0o600);
    expect(fs.statSync(inFolder('a')).mode & 0o777).to.equal(0o600);
  });

  it('is the file behind a link, and the link stays', function () {
    if (process.platform === 'win32') this.skip();
    fs.writeFileSync(inFolder('real'), 'old');
    fs.symlinkSync(inFolder('real'), inFolder('link'));
    writeAtomic(inFolder('link'), 'new');
    expect(fs.lstatSync(inFolder('link')).isSymbolicLink()).to.be.true;
    expect(fs.readFileSync(inFolder('real'), 'utf8')).to.equal('new');
  });

  it('leaves the older one as it was when it cannot take its place', () => {
    fs.mkdirSync(inFolder('taken'));
    fs.writeFileSync(inFolder('taken', 'inside'), 'here');
    expect(() => writeAtomic(inFolder('taken'), 'text')).to.throw(Problem, 'is a folder');
    expect(fs.readdirSync(folder)).to.deep.equal(['taken']);
  });

  it('removes what a killed process left, and nothing of a running one', () => {
    fs.writeFileSync(inFolder('.cognito-lab-99999999.draft'), 'half');
    fs.writeFileSync(inFolder(`.cognito-lab-${process.pid}.draft`), 'half');
    fs.writeFileSync(inFolder(`.cognito-lab-${process.ppid}.draft`), 'being written');
    writeAtomic(inFolder('report.html'), 'text');
    expect(fs.readdirSync(folder).sort()).to.deep.equal([`.cognito-lab-${process.ppid}.draft`, 'report.html']);
  });

  it('goes through a device as it is', function () {
    if (process.platform === 'win32') this.skip();
    writeAtomic('/dev/null', 'text');
    expect(fs.statSync('/dev/null').isCharacterDevice()).to.be.true;
  });

  const refused: [what: string, file: () => string, why: string][] = [
    ['a folder', () => folder, 'is a folder'],
    ['a name that ends like a folder', () => `${inFolder('new')}/`, 'is a folder'],
    ['no name at all', () => '', 'is a folder'],
    ['a folder that is missing', () => inFolder('missing', 'report.html'), 'its folder does not exist'],
    ['a file where a folder should be', () => path.join(__filename, 'report.html'), 'not a folder'],
    ['a name that is too long', () => inFolder('x'.repeat(300)), 'too long'],
  ];
  for (const [what, file, why] of refused)
    it(`is refused with a remedy for ${what}, before and at writing`, function () {
      // Windows gives other reasons for some of these; that they are problems is what counts there.
      const expected = process.platform === 'win32' ? '' : why;
      for (const attempt of [() => writeAtomic(file(), 'text'), () => checkWritable(file())]) {
        expect(attempt).to.throw(Problem, expected).with.property('remedy').that.matches(/\.$/);
      }
    });

  it('is refused where the user may not write', function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    fs.chmodSync(folder, 0o500);
    expect(() => checkWritable(inFolder('report.html'))).to.throw(Problem, 'permission denied');
  });

  it('is absent when the disk is full', function () {
    const disk = smallDisk(inFolder('disk'));
    if (!disk) this.skip();
    try {
      fs.writeFileSync(path.join(disk, 'report.html'), 'old');
      expect(() => writeAtomic(path.join(disk, 'report.html'), 'x'.repeat(3_000_000))).to.throw(
        Problem,
        'disk is full',
      );
      expect(fs.readdirSync(disk)).to.deep.equal(['report.html']);
      expect(fs.readFileSync(path.join(disk, 'report.html'), 'utf8')).to.equal('old');
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});

/** A disk of one megabyte, where the machine lets us have one. */
function smallDisk(at: string): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  fs.mkdirSync(at);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at], { stdio: 'ignore' });
    return at;
  } catch {
    return undefined;
  }
}
