import wrapAnsi from 'wrap-ansi';
import { ExitCode } from '../../common/exit-code';
import { plainText } from '../../common/text/plain-text';
import type { ClassSummary, LearnerSummary } from '../../lab/result/class-result';
import { writeMessage } from '../../terminal/output';
import { classReport, isUnread } from './class-report';
import { summariseClass, type ClassFacts } from './class-summary';
import { filledRoster } from './outputs/filled-roster';
import type { GradebookPlan } from './outputs/gradebook-plan';
import { writeClass } from './outputs/write-class';

/** The facts about a class besides its learners' rows. */
export interface ClassTerms extends ClassFacts {
  plan: GradebookPlan;
  /** Messages that are printed and not kept. */
  hints: string[];
}

export interface Conclusion {
  summary: ClassSummary;
  hints: string[];
}

/**
 * Writes the files about the whole class from the rows of its learners.
 *
 * @throws Problem where that cannot be written
 */
export async function concludeClass(
  learners: LearnerSummary[],
  { plan, hints, ...facts }: ClassTerms,
  { output, summaryFile }: { output: string; summaryFile?: string },
): Promise<Conclusion> {
  const summary = summariseClass(learners, facts);
  await writeClass(summary, { output, plan, entries: facts.entries, summaryFile });
  const filled = plan.roster && plan.fill !== undefined ? filledRoster(plan.roster, plan.fill, summary).hints : [];
  return { summary, hints: [...hints, ...plan.hints, ...filled] };
}

/** Prints the summary of the class and sets the exit code. */
export function reportClass({ summary, hints }: Conclusion, output: string): void {
  const text = plainText([...hints, classReport(summary, output)].join('\n'));
  writeMessage(process.stderr.isTTY ? wrapAnsi(text, process.stderr.columns || 80) : text);
  process.exitCode = exitCodeOf(summary);
}

/** As `diff`: 2 if somebody could not be graded, else 1 if somebody failed or submitted nothing, else 0. */
function exitCodeOf({ totals: { error, failed, notHandedIn }, learners }: ClassSummary): number {
  if (error || learners.some(isUnread)) return ExitCode.error;
  return failed || notHandedIn ? ExitCode.failure : ExitCode.success;
}
