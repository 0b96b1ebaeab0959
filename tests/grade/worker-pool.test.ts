import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { readLab } from '../../support/lab/lab-folder';
import { defaultRubric } from '../../support/commands/grade/rubric';
import { WorkerPool } from '../../support/commands/grade/workers/worker-pool';
import { Problem } from '../../support/common/problem';

const script = join(__dirname, 'stand-in-worker.js');
const terms = { lab: readLab(), rubric: defaultRubric, output: '', keep: 'latest' } as const;

describe('Workers that grade', () => {
  /** How each learner stands, by name; several of one name are the same learner. */
  async function graded(
    students: string[],
    { jobs = 1, limit = 120_000, path = '' } = {},
  ): Promise<Record<string, string>> {
    const workers = new WorkerPool(jobs, limit, script);
    try {
      workers.begin(terms, students.length);
      const learners = await Promise.all(
        students.map((student, at) =>
          workers.grade({ at, entry: { student, source: { kind: 'submission', path } }, file: student }),
        ),
      );
      return Object.fromEntries(
        learners.map(({ student, status, reasons: [first] }) => [student, `${status} ${first?.reason ?? ''}`.trim()]),
      );
    } finally {
      await workers.close();
    }
  }
  const honest = Array.from({ length: 40 }, (_, at) => `s${at}`);
  const allGraded = Object.fromEntries(honest.map((student) => [student, 'graded']));

  const ends: [student: string, reason: RegExp, limit?: number][] = [
    ['endless', /^error Grading it took more than 4 s of processor time/],
    ['crash', /^error Grading it crashed the worker/],
    ['memory', /^error Grading it (took more memory|took more than 4 s|crashed the worker)/],
    ['never', /^error It could not be graded within the time limit of 2 s\.$/, 2_000],
  ];
  for (const [student, reason, limit] of ends)
    it(`are ended by a learner (${student}) who is an error, and nobody else is`, async () => {
      const { [student]: offender, ...others } = await graded([...honest.slice(0, 20), student, ...honest.slice(20)], {
        limit,
      });
      expect(offender).to.match(reason);
      expect(others).to.deep.equal(allGraded);
    });

  it('are killed by the system: the learner it happened to is tried again, and everybody has a grade', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'killed-'));
    try {
      const path = join(folder, 'once');
      expect(await graded([...honest, 'killed'], { path, jobs: 2 })).to.deep.equal({ ...allGraded, killed: 'graded' });
      expect(existsSync(path)).to.equal(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('end with the process that started them, also while they are in an endless loop', async function () {
    if (process.platform === 'win32') this.skip();
    const parent = fork(join(__dirname, 'busy-parent.js'), { execArgv: [] });
    const [child] = (await once(parent, 'message')) as [number];
    const isRunning = (): boolean => {
      try {
        return process.kill(child, 0);
      } catch {
        return false;
      }
    };
    expect(isRunning()).to.equal(true);
    parent.kill('SIGKILL');
    for (let wait = 0; wait < 200 && isRunning(); wait++) await sleep(50);
    expect(isRunning()).to.equal(false);
  });

  it('say why where none can be started', async () => {
    const workers = new WorkerPool(1, 30_000, join(__dirname, 'no-such-worker.js'));
    const error = await workers
      .grade({ at: 0, entry: { student: 's', source: { kind: 'submission', path: '' } }, file: 's' })
      .catch((reason: unknown) => reason);
    await workers.close();
    expect(error).to.be.instanceOf(Problem).with.property('message').that.includes('cannot be started');
    expect((error as Problem).remedy)
      .to.include('Cannot find module')
      .and.to.include('no-such-worker.js');
  });

  it('end the run where the output cannot be written', async () => {
    const error = await graded(['s0', 'full']).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(Problem).with.property('message', 'The disk is full.');
    expect((error as Problem).cause).to.deep.equal({ code: 'ENOSPC' });
  });
});
