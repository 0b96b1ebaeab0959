import { classPreflight } from '../../aws/permissions';
import { quote } from '../../common/text/shorten';
import { oneLine } from '../../common/text/plain-text';
import { count } from '../../reports/render/wording';
import type { ClassSummary } from '../../lab/result/class-result';

/** How many of a kind are named; the rest is counted. */
const most = 10;

/** What the command says at the end about a class. */
export function classReport(summary: ClassSummary, output: string): string {
  const { totals, notes, couldNotGrade, learners: all } = summary;
  const { learners, graded, passed, failed, error, notHandedIn } = totals;
  const denied = classPreflight(all);
  const shown = couldNotGrade.filter(({ status }) => status === 'error').slice(0, most);
  const standing = all.filter(isUnread);
  return [
    `${graded} of ${learners} graded: ${passed} passed, ${failed} did not. ${error} could not be graded, ${notHandedIn} handed in nothing.`,
    ...shown.map(({ student, reasons }) => `  ${quote(student)}: ${oneLine(reasons[0]?.reason ?? '')}`),
    ...(error > shown.length ? [`  and ${error - shown.length} more, see summary.json.`] : []),
    ...(standing.length
      ? [`The earlier grade stands of ${named(standing)}, who could not be graded this time: see the notes.`]
      : []),
    ...(denied ? [denied] : []),
    ...sharedLines(summary),
    ...notes.slice(0, most),
    ...(notes.length > most ? [`and ${notes.length - most} more notes, see summary.json.`] : []),
    `Everything is in ${output}: gradebook.csv, report.html, summary.json, junit.xml, and results/ with a file and a page for each learner.`,
  ].join('\n');
}

/** Whether a grade stands although what was read last came to nothing. */
export const isUnread = ({ status, reasons }: ClassSummary['learners'][number]): boolean =>
  status === 'graded' && reasons.length > 0;

const named = (learners: readonly { student: string }[]): string => listOf(learners.map(({ student }) => student));

function listOf(students: readonly string[]): string {
  const shown = students.slice(0, most).map((student) => quote(student));
  return students.length > most ? `${shown.join(', ')} and ${students.length - most} more` : shown.join(', ');
}

/** What more than one learner handed in: each by itself, or where that would fill the terminal, one line with counts. */
function sharedLines({ shared }: ClassSummary): string[] {
  if (shared.length <= 3)
    return shared.map(
      ({ kind, what, students }) =>
        `The ${kind === 'account' ? 'account' : 'user pool'} ${what} was handed in by ${listOf(students)}.`,
    );
  const students = new Set(shared.flatMap((each) => each.students));
  const pools = shared.filter(({ kind }) => kind === 'user-pool').length;
  const what = [
    ...(pools ? [count(pools, 'user pool')] : []),
    ...(shared.length > pools ? [count(shared.length - pools, 'account')] : []),
  ].join(' and ');
  return [
    `${what} were handed in by more than one learner, by ${count(students.size, 'learner')} in all: see "shared" in summary.json.`,
  ];
}
