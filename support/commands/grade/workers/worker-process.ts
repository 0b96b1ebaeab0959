import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { LearnerSummary } from '../../../lab/result/class-result';
import { budget } from '../budget';
import type { Job, Terms } from '../grade-learner';
import type { FromWorker, ToWorker } from './worker-messages';

/** A job and its earlier attempts. */
export interface Task {
  job: Job;
  /** Milliseconds that reading its pool took. */
  spent: number;
  /** It may have ended a worker, so it is graded alone in one. */
  alone: boolean;
  /** It did end a worker, so this grades its error instead of its submission. */
  condemned: boolean;
  resolve: (learner: LearnerSummary) => void;
  reject: (error: unknown) => void;
}

/** Why a worker ended. */
export type End = 'time' | 'processor' | 'memory' | 'crash';

export interface WorkerEvents {
  /** It can take another learner. */
  onFree: () => void;
  /** The run cannot go on. */
  onFailed: (failure: Extract<FromWorker, { kind: 'failed' }>) => void;
  /** It ended on its own or beyond the budget, not by {@link WorkerProcess.kill}. */
  onEnd: (worker: WorkerProcess, end: End) => void;
}

/** Milliseconds between two checks of the budget. */
const tick = 100;

/** Milliseconds that a worker may take to start, on a machine that is busy with something else. */
const startTime = 120_000;

/** Characters that are kept of a worker's standard error: V8 reports there that memory ran out. */
const mostSaid = 4_096;

/**
 * V8 lets a heap with a low limit grow so slowly that it collects garbage all the time: a sixth of the processor time
 * of a class (measured 2026-11 on Node 20, whose heap is allowed to be five times of what is in use).
 */
const heapOptions = [`--max-old-space-size=${budget.heap}`, '--heap-growing-percent=400'];

/** One process that reads and judges, ended when a learner takes more than the {@link budget}. */
export class WorkerProcess {
  readonly tasks = new Map<number, Task>();
  isReady = false;
  /** Its last output on standard error. */
  said = '';
  readonly #child: ChildProcess;
  readonly #timer: NodeJS.Timeout;
  #underWay?: Task;
  /** Milliseconds since its last message. */
  #silence = 0;
  #lastTick = performance.now();
  /** Its processor time at the first check of the current silence. */
  #processorBefore?: number;
  #end?: End;
  #isOver = false;

  /** @param script the worker's program; tests replace it */
  constructor(
    private readonly timeLimit: number,
    private readonly events: WorkerEvents,
    script = join(__dirname, `worker${extname(__filename)}`),
  ) {
    const register = join(__dirname, '../../../common/compile/register.js');
    this.#child = fork(script, {
      execArgv: [...(extname(script) === '.ts' ? ['--require', register] : []), ...heapOptions],
      env: workerEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child.stderr?.on('data', (text: Buffer) => {
      this.said = `${this.said}${text.toString()}`.slice(-mostSaid);
    });
    this.#child.on('message', (message: FromWorker) => this.#hear(message));
    // It could not be started, or ended while it was sent something.
    this.#child.on('error', ({ message }) => {
      this.said ||= message;
      this.#over();
    });
    this.#child.on('close', () => this.#over());
    this.#timer = setInterval(() => this.#check(), tick);
  }

  /** The learner it was grading when it ended. */
  get underWay(): Task | undefined {
    return this.#underWay;
  }

  begin(terms: Terms): void {
    this.#send({ kind: 'begin', terms });
  }

  give(task: Task): void {
    this.tasks.set(task.job.at, task);
    this.#send({ kind: 'grade', job: task.job });
  }

  /** Kills it. @returns once it has ended */
  async kill(): Promise<void> {
    this.#isOver = true;
    this.#stop();
    const { exitCode, signalCode, pid } = this.#child;
    if (pid !== undefined && exitCode === null && signalCode === null) await once(this.#child, 'exit');
  }

  #send(message: ToWorker): void {
    // A message to a worker that has just ended is repeated by another.
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  #hear(message: FromWorker): void {
    if (this.#isOver) return;
    if (this.#underWay) this.#underWay.spent += this.#silence;
    this.#silence = 0;
    this.#processorBefore = undefined;
    switch (message.kind) {
      case 'ready':
        this.isReady = true;
        return this.events.onFree();
      case 'under-way':
        this.#underWay = message.at === undefined ? undefined : this.tasks.get(message.at);
        return;
      case 'done': {
        const task = this.tasks.get(message.at);
        this.tasks.delete(message.at);
        task?.resolve(message.learner);
        return this.events.onFree();
      }
      case 'failed':
        return this.events.onFailed(message);
    }
  }

  #check(): void {
    const now = performance.now();
    // While the machine slept, or this process was stopped, the worker did not work either.
    this.#silence += Math.min(now - this.#lastTick, 5 * tick);
    this.#lastTick = now;
    if (this.isReady ? this.tasks.size === 0 : this.#silence < startTime) {
      if (this.isReady) this.#silence = 0;
      return;
    }
    const used = usageOf(this.#child.pid);
    this.#processorBefore ??= used?.processor;
    const processor = (used?.processor ?? 0) - (this.#processorBefore ?? 0);
    if (this.#silence + (this.#underWay?.spent ?? 0) > this.timeLimit) this.#stop('time');
    else if (this.#underWay && processor > budget.processor) this.#stop('processor');
    else if (used && used.resident > budget.resident) this.#stop('memory');
  }

  #stop(end?: End): void {
    this.#end = end;
    clearInterval(this.#timer);
    this.#child.kill('SIGKILL');
  }

  #over(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const end = this.#end;
    this.#stop();
    this.events.onEnd(this, end ?? (/out of memory/i.test(this.said) ? 'memory' : 'crash'));
  }
}

/** The worker's environment: untrusted submissions are read without credentials and without settings of others. */
function workerEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(AWS|CUCUMBER)_/.test(name));
  return {
    ...Object.fromEntries(inherited),
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}

/** Of proc_pid_stat(5): ticks of the processor, of which Linux shows a hundred a second, and pages of 4 KB. */
function usageOf(pid: number | undefined): { processor: number; resident: number } | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is a name, in parentheses and with whatever in it.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { processor: ((fields[11] ?? 0) + (fields[12] ?? 0)) * 10, resident: (fields[21] ?? 0) / 256 };
  } catch {
    return undefined;
  }
}
