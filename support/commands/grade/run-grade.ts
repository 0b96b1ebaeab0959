import { openLab } from '../../lab/lint/open-lab';
import type { HintLevel } from '../../lab/result/limit-hints';
import { Problem } from '../../common/problem';
import type { Lock } from '../../common/files/lock-file';
import { ExitCode } from '../../common/exit-code';
import { writeMessage } from '../../terminal/output';
import { ProgressBar } from '../../terminal/progress-bar';
import { beginShard, removeManifest } from '../merge/manifest';
import type { Shard } from '../merge/shard';
import { finishClassShard, learnersOf } from './class-shard';
import { concludeClass, reportClass, type Conclusion } from './conclude-class';
import { fileNames } from './file-names';
import { gradeClass } from './grade-class';
import { readClass } from './inputs/read-class';
import { checkOutput, lockOutput } from '../../common/files/output-folder';
import { planGradebook, type GradebookForm, type GradebookOptions } from './outputs/gradebook-plan';
import type { LearnerFormat } from './outputs/learner-files';
import { defaultRubric, readRubric, possiblePoints } from './rubric';
import { WorkerPool } from './workers/worker-pool';

/** The options of `grade`, as Commander hands them over. */
export interface GradeFlags {
  lab?: string;
  roster?: string;
  output: string;
  rubric?: string;
  hints?: HintLevel;
  gradebook?: GradebookForm;
  assignment?: string;
  decimal?: GradebookOptions['decimal'];
  summary?: string;
  keep: 'best' | 'latest';
  format?: LearnerFormat;
  resume: boolean;
  shard?: Shard;
  userPoolName?: string;
  concurrency: number;
  jobs: number;
  /** In seconds. */
  timeLimit: number;
}

/** `cognito-lab grade`: grades the class, writes all files, prints the summary, and sets the exit code. */
export async function grade(folder: string | undefined, flags: GradeFlags): Promise<void> {
  checkOutput(flags.output, folder);
  // The first worker starts while the class is read.
  const workers = new WorkerPool(flags.jobs, flags.timeLimit * 1000);
  const progress = new ProgressBar(process.stderr);
  const interrupted = onInterrupt(progress, workers);
  try {
    const conclusion = await gradeAll(folder, flags, workers, progress);
    progress.clear();
    reportClass(conclusion, flags.output);
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
): Promise<Conclusion> {
  const { output, roster: path, gradebook: form, assignment, decimal, userPoolName, shard } = flags;
  const lab = openLab(flags.lab);
  const { catalogue } = lab;
  const counted = flags.rubric === undefined ? defaultRubric : readRubric(flags.rubric, catalogue);
  const rubric = flags.hints === undefined ? counted : { ...counted, hints: flags.hints };
  const { entries: everybody, notes, hints, dispose, roster } = await readClass({ folder, roster: path, output });
  let lock: Lock | undefined;
  try {
    const plan = planGradebook({ form, assignment, decimal }, { roster, possible: possiblePoints(rubric, catalogue) });
    const places = shard ? learnersOf(shard, everybody) : [...everybody.keys()];
    const entries = places.map((place) => everybody[place]!);
    const names = fileNames(everybody.map(({ student }) => student));
    lock = lockOutput(output);
    if (shard) beginShard(output, shard);
    else removeManifest(output);
    const options = { ...flags, lab, rubric, names, timeLimit: flags.timeLimit * 1000, onProgress };
    const learners = await gradeClass(entries, options, workers);
    const terms = { catalogue, rubric, entries, names, notes, userPoolName, plan, hints };
    const conclusion = await concludeClass(learners, terms, { output, summaryFile: flags.summary });
    if (shard) finishClassShard(shard, everybody, places, terms, flags, { form, assignment, decimal });
    return conclusion;
  } catch (error) {
    throw withResume(error);
  } finally {
    lock?.release();
    dispose();
  }
}

/** A run that stops because a file cannot be written can be resumed. */
const withResume = (error: unknown): unknown =>
  error instanceof Problem && (error.cause as NodeJS.ErrnoException | undefined)?.code !== undefined
    ? new Problem(error.message, `${error.remedy} Then run the same command again with --resume to grade the rest.`, {
        cause: error,
      })
    : error;

/** Ctrl-C ends the run at once: nothing has to be removed, and the journal records what is done. */
function onInterrupt(progress: ProgressBar, workers: WorkerPool): { over: () => void } {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const stop = (): void => {
    void workers.close();
    progress.clear();
    writeMessage('\ncognito-lab: interrupted. Run the same command again with --resume to grade the rest.');
    process.exit(ExitCode.error);
  };
  for (const signal of signals) process.on(signal, stop);
  return { over: () => signals.forEach((signal) => process.off(signal, stop)) };
}
