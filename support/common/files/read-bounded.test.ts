import { execFileSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect } from 'chai';
import { CouldNotLook } from '../could-not-look';
import { readBounded } from './read-bounded';

describe('A file that others wrote', function () {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'cognito-lab-read-')));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const at = (name: string): string => join(folder, name);
  const read = (path: string, followLinks?: boolean): string =>
    readBounded(path, { name: 'x', most: 100, followLinks }).bytes.toString();

  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('is read whole where it has as many bytes as it may, and not at all with one more', () => {
    for (const size of [0, 1, 100]) {
      writeFileSync(at('a'), 'x'.repeat(size));
      expect(read(at('a'), false)).to.equal('x'.repeat(size));
    }
    writeFileSync(at('a'), 'x'.repeat(101));
    expect(() => read(at('a'))).to.throw(CouldNotLook, /^x is 0\.01 MB; it may have 0\.01 MB at most\.$/);
  });

  const refused: [what: string, make: (path: string) => unknown, says: RegExp][] = [
    ['is not there', () => undefined, /^x is missing\.$/],
    ['is a folder', (path) => mkdirSync(path), /^x is not a file\.$/],
    ['is a pipe that nobody writes to', (path) => execFileSync('mkfifo', [path]), /^x is not a file\.$/],
    ['is a device without end', (path) => symlinkSync('/dev/zero', path), /^x is not a file\.$/],
    ['links to itself', (path) => symlinkSync(path, path), /^x cannot be read: it is a symbolic link \(ELOOP\)\.$/],
    ['says that it has 1 TB', (path) => (writeFileSync(path, ''), truncateSync(path, 2 ** 40)), /^x is 1048576 MB/],
  ];
  for (const [what, make, says] of refused)
    it(`is refused where it ${what}`, () => {
      make(at('a'));
      expect(() => read(at('a'))).to.throw(CouldNotLook, says);
    });

  it('is refused where it has no size and no end, as in /proc', function () {
    if (process.platform !== 'linux') this.skip();
    expect(() => read('/proc/self/maps')).to.throw(CouldNotLook, /it may have/);
  });

  it('is refused where its name is too long, or in a file', () => {
    expect(() => read(at('a'.repeat(300)))).to.throw(CouldNotLook, /the name is too long \(ENAMETOOLONG\)/);
    writeFileSync(at('a'), '');
    expect(() => read(at('a/b'))).to.throw(CouldNotLook, /a part of its path is a file and not a folder/);
  });

  it('is read through a link that the user named, and through none that somebody else made', () => {
    mkdirSync(at('real'));
    writeFileSync(at('real/a'), 'secret');
    symlinkSync(at('real/a'), at('link'));
    symlinkSync(at('real'), at('folder'));
    linkSync(at('real/a'), at('hard'));
    expect([read(at('link')), read(at('folder/a')), read(at('real/a'), false)]).to.deep.equal(Array(3).fill('secret'));
    for (const name of ['link', 'folder/a']) expect(() => read(at(name), false)).to.throw(CouldNotLook, /^x is a link/);
  });

  it('is never another than the one at its path, however fast they are swapped', function () {
    if (process.platform !== 'linux') this.skip();
    mkdirSync(at('outside'));
    writeFileSync(at('outside/a'), 'secret');
    mkdirSync(at('inside'));
    writeFileSync(at('inside/a'), 'own');
    symlinkSync(at('outside'), at('other'));
    const swap = `const { renameSync } = require('node:fs'); const at = ${JSON.stringify(folder)};
      for (;;) { renameSync(at + '/inside', at + '/kept'); renameSync(at + '/other', at + '/inside');
        renameSync(at + '/inside', at + '/other'); renameSync(at + '/kept', at + '/inside'); }`;
    const worker = new Worker(swap, { eval: true });
    const seen = new Set<string>();
    const end = Date.now() + 700;
    try {
      while (Date.now() < end)
        try {
          seen.add(read(at('inside/a'), false));
        } catch (error) {
          expect(error).to.be.instanceOf(CouldNotLook);
        }
    } finally {
      void worker.terminate();
    }
    expect([...seen]).to.deep.equal(['own']);
  });
});
