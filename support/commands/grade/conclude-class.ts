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

/** What is known of a class beside how each learner stands. */
export interface ClassTerms extends ClassFacts {
  plan: GradebookPlan;
  /** Of interest in this run alone. */
  hints: string[];
}

export interface Conclusion {
  summary: ClassSummary;
  hints: string[];
}

/**
 * Writes what is about the class as a whole, by how each learner stands.
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

/** Says how the class stands, and sets the exit code. */
export function reportClass({ summary, hints }: Conclusion, output: string): void {
  const text = plainText([...hints, classReport(summary, output)].join('\n'));
  writeMessage(process.stderr.isTTY ? wrapAnsi(text, process.stderr.columns || 80) : text);
  process.exitCode = exitCodeOf(summary);
}

/** As `diff`: somebody who could not be graded over somebody who did not do it, and that over all is well. */
function exitCodeOf({ totals: { error, failed, notHandedIn }, learners }: ClassSummary): number {
  if (error || learners.some(isUnread)) return ExitCode.error;
  return failed || notHandedIn ? ExitCode.failure : ExitCode.success;
}
