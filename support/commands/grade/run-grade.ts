import wrapAnsi from 'wrap-ansi';
import type { ClassSummary } from '../../lab/result/class-result';
import { readFeatures } from '../../lab/features/read-features';
import { Problem } from '../../common/problem';
import type { Lock } from '../../common/files/lock-file';
import { plainText } from '../../common/text/plain-text';
import { ExitCode } from '../../common/exit-code';
import { writeMessage } from '../../terminal/output';
import { ProgressBar } from '../../terminal/progress-bar';
import { classReport, isUnread } from './class-report';
import { summariseClass } from './class-summary';
import { gradeClass } from './grade-class';
import { readClass } from './inputs/read-class';
import { checkOutput, lockOutput } from './output-folder';
import { filledRoster } from './outputs/filled-roster';
import { planGradebook, type GradebookForm, type GradebookOptions } from './outputs/gradebook-plan';
import type { LearnerFormat } from './outputs/learner-files';
import { writeClass } from './outputs/write-class';
import { plainRubric, readRubric, worthOfAll } from './rubric';
import { WorkerPool } from './workers/worker-pool';

/** The options of `grade`, as Commander hands them over. */
export interface GradeFlags {
  roster?: string;
  output: string;
  rubric?: string;
  gradebook?: GradebookForm;
  assignment?: string;
  decimal?: GradebookOptions['decimal'];
  summary?: string;
  keep: 'best' | 'latest';
  format?: LearnerFormat;
  resume: boolean;
  userPoolName?: string;
  concurrency: number;
  jobs: number;
  /** In seconds. */
  timeLimit: number;
}

/** `cognito-lab grade`: grades everybody, writes everything, says how the class stands, and sets the exit code. */
export async function grade(folder: string | undefined, flags: GradeFlags): Promise<void> {
  checkOutput(flags.output, folder);
  // The first worker gets ready while the class is read.
  const workers = new WorkerPool(flags.jobs, flags.timeLimit * 1000);
  const progress = new ProgressBar(process.stderr);
  const interrupted = onInterrupt(progress, workers);
  try {
    const { summary, hints } = await gradeAll(folder, flags, workers, progress);
    progress.clear();
    const text = plainText([...hints, classReport(summary, flags.output)].join('\n'));
    writeMessage(process.stderr.isTTY ? wrapAnsi(text, process.stderr.columns || 80) : text);
    process.exitCode = exitCodeOf(summary);
  } finally {
    await workers.close();
    progress.clear();
    interrupted.over();
  }
}

async function gradeAll(
  folder: string | undefined,
  flags: GradeFlags,
  workers: WorkerPool,
  { show: onProgress }: ProgressBar,
): Promise<{ summary: ClassSummary; hints: string[] }> {
  const { output, roster: path, gradebook: form, assignment, decimal, userPoolName } = flags;
  const catalogue = readFeatures();
  const rubric = flags.rubric === undefined ? plainRubric : readRubric(flags.rubric, catalogue);
  const { entries, notes, hints, dispose, roster } = await readClass({ folder, roster: path, output });
  let lock: Lock | undefined;
  try {
    const plan = planGradebook({ form, assignment, decimal }, { roster, possible: worthOfAll(rubric, catalogue) });
    lock = lockOutput(output);
    const options = { ...flags, catalogue, rubric, timeLimit: flags.timeLimit * 1000, onProgress };
    const learners = await gradeClass(entries, options, workers);
    const summary = summariseClass(learners, { catalogue, rubric, entries, notes, userPoolName });
    await writeClass(summary, { output, plan, entries, summaryFile: flags.summary });
    const filled = roster && plan.fill !== undefined ? filledRoster(roster, plan.fill, summary).hints : [];
    return { summary, hints: [...hints, ...plan.hints, ...filled] };
  } catch (error) {
    throw withResume(error);
  } finally {
    lock?.release();
    dispose();
  }
}

/** What could not be written stops a run; what was written until then is worth keeping. */
const withResume = (error: unknown): unknown =>
  error instanceof Problem && (error.cause as NodeJS.ErrnoException | undefined)?.code !== undefined
    ? new Problem(error.message, `${error.remedy} Then run the same again with --resume to do what is missing.`, {
        cause: error,
      })
    : error;

/** As `diff`: somebody who could not be graded over somebody who did not do it, and that over all is well. */
function exitCodeOf({ totals: { error, failed, notHandedIn }, learners }: ClassSummary): number {
  if (error || learners.some(isUnread)) return ExitCode.error;
  return failed || notHandedIn ? ExitCode.failure : ExitCode.success;
}

/** Ctrl-C ends the run at once: nothing was made that would have to be removed, and the journal knows what is done. */
function onInterrupt(progress: ProgressBar, workers: WorkerPool): { over: () => void } {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const stop = (): void => {
    void workers.close();
    progress.clear();
    writeMessage('\ncognito-lab: interrupted. Run the same again with --resume to do what is missing.');
    process.exit(ExitCode.error);
  };
  for (const signal of signals) process.on(signal, stop);
  return { over: () => signals.forEach((signal) => process.off(signal, stop)) };
}
