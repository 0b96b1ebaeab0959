import { expect } from 'chai';
import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { Problem } from '../problem';
import { takeLock, type Lock } from './lock-file';
import { thisProcess } from './lock-holder';

const token = '00000000-0000-4000-8000-000000000001';
const minutes = 60_000;

describe('lock file', () => {
  let folder: string;
  let place: string;
  const held: Lock[] = [];
  const children: ChildProcess[] = [];
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(tmpdir(), 'lock-'));
    place = path.join(folder, 'state.json.lock');
  });
  afterEach(() => {
    for (const lock of held.splice(0)) lock.release();
    for (const child of children.splice(0)) child.kill('SIGKILL');
    fs.rmSync(folder, { recursive: true });
  });

  const take = () => {
    const lock = takeLock(place, 'The state file', 'name another file');
    held.push(lock);
    return lock;
  };
  const refusal = (): Problem => {
    try {
      take();
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
    throw new Error('The lock was taken');
  };
  const leave = (record: object | string, age = 0) => {
    fs.writeFileSync(place, typeof record === 'string' ? record : JSON.stringify(record));
    const at = (Date.now() - age) / 1000;
    fs.utimesSync(place, at, at);
  };
  /** The record of a process that has ended. */
  const ofTheDead = () => ({ ...thisProcess(token), pid: spawnSync(process.execPath, ['--version']).pid });

  /** Processes that take the lock when told to, and hold it until they are killed. */
  async function rivals(count: number): Promise<ChildProcess[]> {
    const code = `
      require('ts-node/register');
      const { takeLock } = require(${JSON.stringify(path.join(__dirname, 'lock-file.ts'))});
      process.on('message', () => {
        try { takeLock(${JSON.stringify(place)}, 'It', 'wait'); process.send('taken'); }
        catch (error) { process.send(error.message); }
      });
      process.send('ready');`;
    const script = path.join(folder, 'rival.js');
    fs.writeFileSync(script, code.replace('ts-node/register', require.resolve('ts-node/register')));
    const started = Array.from({ length: count }, () => fork(script, { stdio: 'ignore', cwd: process.cwd() }));
    children.push(...started);
    await Promise.all(started.map((child) => once(child, 'message')));
    return started;
  }
  const race = (processes: ChildProcess[]): Promise<unknown[]> =>
    Promise.all(
      processes.map(async (child) => {
        const answer = once(child, 'message');
        child.send('take');
        return ((await answer) as unknown[])[0];
      }),
    );

  it('is taken, kept from a second one by name, and released', () => {
    const lock = take();
    expect(lock.isHeld()).to.equal(true);
    const { message, remedy } = refusal();
    expect(message).to.match(/^The state file is in use by process \d+ on .+, since 20\d\d-\d\d-\d\dT[\d:]{8}Z\.$/);
    expect(message).to.contain(`process ${process.pid} on ${hostname()}`);
    expect(remedy).to.equal(`Wait until that one has ended (or end it: kill ${process.pid}), or name another file.`);
    lock.release();
    lock.release();
    expect(fs.readdirSync(folder)).to.deep.equal([]);
    expect(take().isHeld()).to.equal(true);
  });

  it('is refused while another process holds it, and taken at once when that was killed', async () => {
    const [child] = await rivals(1);
    expect(await race([child!])).to.deep.equal(['taken']);
    expect(refusal().message).to.contain(`process ${child!.pid} on `);
    child!.kill('SIGKILL');
    await once(child!, 'exit');
    expect(take().isHeld()).to.equal(true);
  });

  it('is released at the end of a process that did not release it', () => {
    const code = `require('ts-node/register'); require(${JSON.stringify(path.join(__dirname, 'lock-file.ts'))}).takeLock(${JSON.stringify(place)}, 'It', 'wait')`;
    expect(spawnSync(process.execPath, ['-e', code]).status).to.equal(0);
    expect(fs.readdirSync(folder)).to.deep.equal([]);
  });

  it('is got by one of many that race for a stale one, again and again', async () => {
    const processes = await rivals(6);
    for (let round = 0; round < 9; round++) {
      leave(round % 3 === 2 ? { ...ofTheDead(), scope: 'elsewhere' } : ofTheDead(), 2 * minutes);
      // A claim of a process that was killed before it used it.
      if (round % 3 === 1)
        fs.writeFileSync(
          `${place}.after-${token}`,
          JSON.stringify({ ...ofTheDead(), token: token.replace(/1$/, '2') }),
        );
      const answers = await race(processes);
      expect(
        answers.filter((answer) => answer === 'taken'),
        answers.join('\n'),
      ).to.have.length(1);
      expect(fs.readdirSync(folder).sort()).to.deep.equal(['rival.js', 'state.json.lock']);
    }
  }).timeout(120_000);

  it('is stale when its process id belongs to a later process', function () {
    if (process.platform !== 'linux') this.skip();
    leave({ ...thisProcess(token), started: '1' });
    expect(take().isHeld()).to.equal(true);
  });

  it('is stale when its process is a zombie', async function () {
    if (process.platform !== 'linux') this.skip();
    const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60']);
    children.push(parent);
    const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
    await new Promise((resolve) => setTimeout(resolve, 100));
    leave({ ...thisProcess(token), pid: Number(pid.toString()), started: '1' });
    expect(take().isHeld()).to.equal(true);
  });

  const foreign = { ...thisProcess(token), scope: 'another container', host: 'c1\u001b[2J' };

  it('of another container holds while it gives signs of life, and for a minute after', () => {
    leave(foreign, 50_000);
    const { message, remedy } = refusal();
    expect(message).to.contain(' on c1, since ');
    expect(remedy).to.contain(`the lock ${place} expires one minute after its last heartbeat.`);
    leave(foreign, 61_000);
    expect(take().isHeld()).to.equal(true);
  });

  it('of version 0.1.0, or half-written, is stale after a minute', () => {
    for (const text of ['4711\n', '', '{"format":"cognito-lab/lo']) {
      leave(text);
      expect(refusal().message).to.contain('in use by another process.');
      leave(text, 61_000);
      take().release();
    }
  });

  it('removes nothing that is no lock, and follows no link', () => {
    const target = path.join(folder, 'target');
    fs.writeFileSync(target, '');
    const things: [string, () => void][] = [
      ['a text', () => leave('My lock, not yours', 2 * minutes)],
      ['a large file', () => leave('1'.repeat(5000), 2 * minutes)],
      ['a folder', () => fs.mkdirSync(place)],
      ['a link', () => fs.symlinkSync(target, place)],
      ['a dangling link', () => fs.symlinkSync(path.join(folder, 'none'), place)],
    ];
    for (const [what, make] of things) {
      make();
      expect(refusal().message, what).to.contain('is in the place of a lock, and is something else');
      expect(fs.lstatSync(place).isFile(), what).to.equal(what.endsWith('text') || what.endsWith('file'));
      fs.rmSync(place, { recursive: true });
    }
    expect(fs.readdirSync(folder)).to.deep.equal(['target']);
  });

  it('knows that it was removed, or taken over', () => {
    const lock = take();
    leave(foreign);
    fs.renameSync(place, `${place}2`);
    expect(lock.isHeld()).to.equal(false);
    leave(foreign);
    expect(lock.isHeld()).to.equal(false);
    lock.release();
    expect(fs.existsSync(place)).to.equal(true);
  });

  it('says why it cannot be made', () => {
    place = path.join(folder, 'none', 'x.lock');
    expect(refusal().message).to.equal(`"${place}" cannot be written: its folder does not exist.`);
  });

  it('leaves what killed processes left for a minute only', () => {
    const leftovers = [`${place}.${token}`, `${place}.after-${token}`];
    for (const file of [...leftovers, `${place}.keep`, path.join(folder, 'other')]) {
      fs.writeFileSync(file, '');
      fs.utimesSync(file, 1000, 1000);
    }
    take();
    expect(fs.readdirSync(folder).sort()).to.deep.equal(['other', 'state.json.lock', 'state.json.lock.keep']);
  });
});
