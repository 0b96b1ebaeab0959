import { statSync } from 'node:fs';
import wrapAnsi from 'wrap-ansi';
import { classPreflight } from '../../aws/permissions';
import type { ClassSummary } from '../../lab/result/class-result';
import { summariseClass } from './class-summary';
import { gradeClass } from './grade-class';
import { readClass } from './inputs/read-class';
import { writeClass } from './outputs/write-class';
import { filledRoster } from './outputs/filled-roster';
import { planGradebook, type GradebookForm, type GradebookOptions } from './outputs/gradebook-plan';
import type { LearnerFormat } from './outputs/learner-files';
import { plainRubric, readRubric, worthOfAll } from './rubric';
import { readFeatures } from '../../lab/features/read-features';
import { Problem } from '../../common/problem';
import { plainText } from '../../common/text/plain-text';
import { ExitCode } from '../../common/exit-code';
import { ProgressBar } from '../../terminal/progress-bar';
import { writeMessage } from '../../terminal/output';
import { quote } from '../../common/text/shorten';

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
  timeLimit: number;
}

/** `cognito-lab grade`: looks at everybody, writes everything, says how the class stands, and sets the exit code. */
export async function grade(folder: string | undefined, flags: GradeFlags): Promise<void> {
  const { roster, output, gradebook: form, assignment, decimal, userPoolName, timeLimit } = flags;
  checkOutput(output);
  const catalogue = readFeatures();
  const rubric = flags.rubric === undefined ? plainRubric : readRubric(flags.rubric, catalogue);
  const { entries, notes, hints, dispose, roster: read } = await readClass({ folder, roster, output });
  const possible = worthOfAll(rubric, catalogue);
  const plan = planGradebook({ form, assignment, decimal }, { roster: read, possible });

  const progress = new ProgressBar(process.stderr);
  const interrupted = onInterrupt(progress);
  let summary: ClassSummary;
  try {
    const learners = await gradeClass(entries, {
      ...flags,
      catalogue,
      rubric,
      timeLimit: timeLimit * 1000,
      onProgress: progress.show,
    });
    summary = summariseClass(learners, { catalogue, rubric, entries, notes, userPoolName });
    writeClass(summary, { output, plan, entries, summaryFile: flags.summary });
  } catch (error) {
    throw withResume(error);
  } finally {
    progress.clear();
    interrupted.over();
    dispose();
  }
  const filled = read && plan.fill !== undefined ? filledRoster(read, plan.fill, summary).hints : [];
  const told = plainText([...hints, ...plan.hints, ...filled, report(summary, output)].join('\n'));
  writeMessage(process.stderr.isTTY ? wrapAnsi(told, process.stderr.columns || 80) : told);
  process.exitCode = exitCodeOf(summary);
}

/** @throws Problem for a place that cannot be the folder of the results */
function checkOutput(output: string): void {
  const stats = output === '' ? undefined : statSync(output, { throwIfNoEntry: false });
  if (output === '' || (stats && !stats.isDirectory()))
    throw new Problem(
      `${quote(output)} is not a folder for the results.`,
      'Name a folder; it is made if it is not there.',
    );
}

/** What could not be written stops a run; what was written until then is worth keeping. */
const withResume = (error: unknown): unknown =>
  error instanceof Problem && (error.cause as NodeJS.ErrnoException | undefined)?.code !== undefined
    ? new Problem(error.message, `${error.remedy} Then run the same again with --resume to do what is missing.`, {
        cause: error,
      })
    : error;

function report({ totals, notes, shared, couldNotGrade, learners: all }: ClassSummary, output: string): string {
  const denied = classPreflight(all);
  const { learners, graded, passed, failed, error, notHandedIn } = totals;
  const shown = couldNotGrade.filter(({ status }) => status === 'error').slice(0, 10);
  return [
    `${graded} of ${learners} graded: ${passed} passed, ${failed} did not. ${error} could not be graded, ${notHandedIn} handed in nothing.`,
    ...shown.map(({ student, reasons }) => `  ${quote(student)}: ${reasons[0]?.reason ?? ''}`),
    ...(error > shown.length ? [`  and ${error - shown.length} more, see summary.json.`] : []),
    ...(denied ? [denied] : []),
    ...shared
      .slice(0, 10)
      .map(
        ({ kind, what, students }) =>
          `The ${kind === 'account' ? 'account' : 'user pool'} ${what} was handed in by ${students.map((student) => quote(student)).join(', ')}.`,
      ),
    ...notes.slice(0, 10),
    `Everything is in ${output}: gradebook.csv, report.html, summary.json, junit.xml, and results/ with a file and a page for each learner.`,
  ].join('\n');
}

/** As `diff`: could not look at somebody over somebody who did not do it, and that over all is well. */
function exitCodeOf({ totals: { error, failed, notHandedIn } }: ClassSummary): number {
  if (error) return ExitCode.error;
  return failed || notHandedIn ? ExitCode.failure : ExitCode.success;
}

/** Ctrl-C ends the run at once: nothing was made that would have to be removed, and the journal knows what is done. */
function onInterrupt(progress: ProgressBar): { over: () => void } {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const stop = (): void => {
    progress.clear();
    writeMessage('\ncognito-lab: interrupted. Run the same again with --resume to do what is missing.');
    process.exit(ExitCode.error);
  };
  for (const signal of signals) process.on(signal, stop);
  return { over: () => signals.forEach((signal) => process.off(signal, stop)) };
}
