import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { cliFiles } from '../../support/targets/submission/cli-folder';
import { noAws, root } from '../cli/cognito-lab';
import { run } from '../support/program';
import { ClassOnDisk } from './class-on-disk';

const entry = join(root, 'bin/cognito-lab.js');
const size = 40;
const student = (at: number): string => `s${String(at).padStart(2, '0')}`;

/** Numbers from 0 to 1 that are the same in every run (a linear congruential generator). */
function* seeded(seed: number): Generator<number, never> {
  for (;;) yield (seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

/** The processes whose parent is this one: the fourth field of proc_pid_stat(5), after a name in parentheses. */
function workersOf(parent: number | undefined): string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      const stat = /^\d+$/.test(name) ? readFileSync(`/proc/${name}/stat`, 'utf8') : '';
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] === String(parent);
    } catch {
      return false;
    }
  });
}

describe('A class that is interrupted', () => {
  const lab = new ClassOnDisk();
  const args = ['grade', 'class', '--roster', 'roster.csv', '--output', 'out'];
  let whole: Record<string, string>;

  /** All that a run leaves, by name; dates aside, and how long it took. */
  function left(): Record<string, string> {
    const out = lab.path('out');
    return Object.fromEntries(
      readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile())
        .map((file) => join(file.parentPath, file.name))
        .sort()
        .map((path) => [
          path.slice(out.length + 1),
          readFileSync(path, 'utf8').replace(
            /\d{4}-\d\d-\d\dT[\d:.]*Z|\d{4}-\d\d-\d\d, [\d:]* UTC|in [\d.]+ s\b/g,
            'DATE',
          ),
        ]),
    );
  }

  function expectWhole(): void {
    const now = left();
    const names = new Set([...Object.keys(whole), ...Object.keys(now)]);
    expect([...names].filter((name) => now[name] !== whole[name])).to.deep.equal([]);
  }

  before(async () => {
    // Some right, some wrong, some that cannot be looked at, one who handed in nothing.
    for (let at = 0; at < size; at++)
      lab.handIn(student(at), { mfa: at % 3 ? 'OFF' : 'ON', without: at % 13 === 5 ? cliFiles.ListUsers : '' });
    const rows = Array.from({ length: size + 1 }, (_, at) => `${student(at)},"N, ${at}",2026-11-02T12:00:00Z`);
    lab.write('roster.csv', `student,name,submitted_at\n${rows.join('\n')}\n`);
    expect((await lab.grade(...args.slice(1, 4))).code).to.equal(2);
    whole = left();
    expect(Object.keys(whole)).to.have.lengthOf(5 + 2 * size);
  });
  beforeEach(() => rmSync(lab.path('out'), { recursive: true }));
  after(() => lab.remove());

  it('comes to the same, byte for byte, after being killed at any moment and resumed', async () => {
    const journal = lab.path('out/journal.jsonl');
    const done = (): number => (existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').length : 0);
    const random = seeded(20_261_123);
    for (let kill = 0; kill < 5; kill++) {
      const child = spawn(process.execPath, [entry, ...args, '--resume'], {
        cwd: lab.place,
        env: noAws(),
        stdio: 'ignore',
      });
      const closed = once(child, 'close');
      const enough = Math.floor(random.next().value * size);
      while (done() < enough && child.exitCode === null) await sleep(1);
      await sleep(random.next().value * 30);
      child.kill('SIGKILL');
      await closed;
    }
    appendFileSync(journal, '{"key": "cut sho');
    expect((await lab.grade(...args.slice(1, 4), '--resume')).code).to.equal(2);
    expectWhole();
    const other = await lab.grade(...args.slice(1, 4), '--resume', '--user-pool-name', 'another');
    expect(other.code).to.equal(2);
    expect(other.stderr).to.include('used other features');
  });

  it('ends at Ctrl-C with its workers and its lock, says how to continue, and can be', async function () {
    if (process.platform !== 'linux') this.skip();
    const child = spawn(process.execPath, [entry, ...args], { cwd: lab.place, env: noAws() });
    const closed = once(child, 'close');
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    const lines = (): number => readFileSync(lab.path('out/journal.jsonl'), 'utf8').split('\n').length;
    while (!existsSync(lab.path('out/journal.jsonl')) || lines() < 4) await sleep(2);
    const workers = workersOf(child.pid);
    expect(workers).not.to.deep.equal([]);
    child.kill('SIGINT');
    expect(await closed).to.deep.equal([2, null]);
    expect(stderr).to.include('interrupted').and.to.include('--resume');
    expect(workersOf(child.pid).filter((pid) => workers.includes(pid))).to.deep.equal([]);
    for (const pid of workers) expect(existsSync(`/proc/${pid}/exe`), pid).to.equal(false);
    expect(existsSync(lab.path('out/.lock'))).to.equal(false);
    expect((await lab.grade(...args.slice(1, 4), '--resume')).code).to.equal(2);
    expectWhole();
  });

  it('says what to do where the disk is full, leaves no half of a file, and can be resumed', async function () {
    if (process.platform === 'win32') this.skip();
    // No file may have more than this, in units of 512 bytes: caches and the journal come to it. It needs no small disk.
    const limited = ['-c', 'ulimit -f 60 && exec "$0" "$@"', process.execPath, entry, ...args];
    const { code, stderr } = await run('sh', limited, { env: noAws({ TMPDIR: lab.place }), cwd: lab.place });
    expect(code, stderr).to.equal(2);
    expect(stderr).to.match(/"out\/journal\.jsonl" cannot be written: it would be larger than the system lets/);
    expect(stderr).to.include('Then run the same command again with --resume');
    expect(stderr).not.to.include('bug');
    const { 'journal.jsonl': _, ...written } = left();
    expect(Object.keys(written)).not.to.have.lengthOf(0);
    for (const [name, text] of Object.entries(written)) expect(text, name).to.equal(whole[name]);
    expect((await lab.grade(...args.slice(1, 4), '--resume')).code).to.equal(2);
    expectWhole();
  });

  it('goes on with what a place that is gone for a while still has when it is back', async () => {
    expect((await lab.grade(...args.slice(1, 4))).code).to.equal(2);
    renameSync(lab.path('out/results'), lab.path('elsewhere'));
    lab.write('out/results', 'in the way');
    const { code, stderr } = await lab.grade(...args.slice(1, 4), '--resume');
    expect([code, stderr]).to.deep.equal([
      2,
      'cognito-lab: "out/results" cannot be written: a file is in the place of a folder.\nName another folder, or move the file away. Then run the same command again with --resume to grade the rest.\n',
    ]);
    rmSync(lab.path('out/results'));
    renameSync(lab.path('elsewhere'), lab.path('out/results'));
    expect((await lab.grade(...args.slice(1, 4), '--resume')).code).to.equal(2);
    expectWhole();
  });
});
