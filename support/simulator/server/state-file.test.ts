import { expect } from 'chai';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../../common/problem';
import { readLines } from '../../common/files/read-lines';
import { readState } from './state';
import { StateFile } from './state-file';

describe('the state file', () => {
  let folder: string;
  let path: string;
  const failures: Problem[] = [];
  const open = (at = path) => new StateFile(at, (problem) => failures.push(problem));
  const problemWith = (at: string): Problem => {
    try {
      open(at).close();
    } catch (error) {
      expect(error).to.be.instanceOf(Problem);
      return error as Problem;
    }
    throw new Error('opened');
  };

  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'cognito-lab-'));
    path = join(folder, 'state.json');
    failures.length = 0;
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true });
  });

  it('is made at once, for its owner alone, and leaves nothing beside it', () => {
    open().close();
    expect(readState(readLines(path, 1e9)).pools.size).to.equal(0);
    expect(fs.readdirSync(folder)).to.deep.equal(['state.json']);
    if (process.platform !== 'win32') expect(fs.statSync(path).mode & 0o777).to.equal(0o600);
  });

  it('gathers changes, and writes them a moment later', async () => {
    const file = open();
    const writes = () => fs.statSync(path).ino;
    const first = writes();
    for (const jti of ['a', 'b', 'c']) {
      file.store.revokedTokens.set(jti, 1);
      file.touch();
    }
    expect(writes()).to.equal(first);
    await sleep(500);
    expect([...readState(readLines(path, 1e9)).revokedTokens.keys()]).to.deep.equal(['a', 'b', 'c']);
    file.close();
  });

  it('has everything when it is closed, however early', () => {
    const file = open();
    file.store.revokedTokens.set('late', 1);
    file.touch();
    file.close();
    expect(open().store.revokedTokens.has('late')).to.equal(true);
  });

  it('is not written again for nothing', () => {
    open().close();
    const file = open();
    const before = fs.statSync(path).ino;
    file.close();
    expect(fs.statSync(path).ino).to.equal(before);
  });

  it('stays behind its link', () => {
    fs.symlinkSync(path, join(folder, 'link'));
    fs.writeFileSync(path, '');
    fs.rmSync(path);
    open().close();
    open(join(folder, 'link')).close();
    expect(fs.lstatSync(join(folder, 'link')).isSymbolicLink()).to.equal(true);
  });

  for (const content of [
    '',
    'not JSON',
    '{"format":"cognito-lab/result/v1"}',
    '{"format":"cognito-lab/sandbox-state/v2"}',
  ])
    it(`leaves what it does not know as it is: ${content}`, () => {
      fs.writeFileSync(path, content);
      const { message, remedy } = problemWith(path);
      expect(message).to.contain(path);
      expect(remedy).to.contain('--state');
      expect(fs.readFileSync(path, 'utf8')).to.equal(content);
      expect(fs.readdirSync(folder)).to.deep.equal(['state.json']);
    });

  it('cannot be a folder', () => {
    expect(problemWith(folder).message).to.contain('is a folder');
  });

  it('cannot be in a folder that is not there', () => {
    expect(problemWith(join(folder, 'no', 'state.json')).message).to.contain('its folder does not exist');
  });

  it('cannot be read-only', function () {
    open().close();
    fs.chmodSync(path, 0o400);
    if (canWrite(path)) this.skip(); // The superuser may write to anything.
    expect(problemWith(path).message).to.contain('cannot be written');
  });

  it('tells of a save that failed, and tries again', async () => {
    const file = open();
    fs.rmSync(path);
    fs.mkdirSync(path);
    file.store.revokedTokens.set('a', 1);
    file.touch();
    await sleep(300);
    expect(failures.map(({ message }) => message).join()).to.contain('is a folder');
    fs.rmdirSync(path);
    file.close();
    expect(readState(readLines(path, 1e9)).revokedTokens.size).to.equal(1);
  });

  it('is refused while another sandbox has it, and says who', () => {
    const file = open();
    expect(problemWith(path).message).to.contain(`in use by process ${String(process.pid)} on `);
    file.close();
    open().close();
  });

  it('is not written to by a sandbox that lost its lock', () => {
    const file = open();
    fs.rmSync(`${path}.lock`);
    const other = open();
    file.store.revokedTokens.set('a', 1);
    file.touch();
    expect(() => file.close()).to.throw(Problem, "no longer this sandbox's");
    other.close();
    expect(readState(readLines(path, 1e9)).revokedTokens.size).to.equal(0);
  });
});

function canWrite(path: string): boolean {
  try {
    fs.closeSync(fs.openSync(path, 'r+'));
    return true;
  } catch {
    return false;
  }
}
