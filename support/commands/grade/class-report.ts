import { classPreflight } from '../../aws/permissions';
import { quote } from '../../common/text/shorten';
import { oneLine } from '../../common/text/plain-text';
import { count } from '../../reports/render/wording';
import type { ClassSummary } from '../../lab/result/class-result';

/** How many learners a line names; the rest are counted. */
const most = 10;

/** The last lines that `grade` prints about a class. */
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
      ? [`The earlier grades of ${named(standing)} are kept: they could not be graded this time. See the notes.`]
      : []),
    ...(denied ? [denied] : []),
    ...sharedLines(summary),
    ...notes.slice(0, most),
    ...(notes.length > most ? [`and ${notes.length - most} more notes, see summary.json.`] : []),
    `Everything is in ${output}: gradebook.csv, report.html, summary.json, junit.xml, and results/ with a file and a page for each learner.`,
  ].join('\n');
}

/** Whether the grade of an earlier run is kept because the submission could not be graded in this one. */
export const isUnread = ({ status, reasons }: ClassSummary['learners'][number]): boolean =>
  status === 'graded' && reasons.length > 0;

const named = (learners: readonly { student: string }[]): string => listOf(learners.map(({ student }) => student));

function listOf(students: readonly string[]): string {
  const shown = students.slice(0, most).map((student) => quote(student));
  return students.length > most ? `${shown.join(', ')} and ${students.length - most} more` : shown.join(', ');
}

/** Pools and accounts that several learners submitted: one line each, or one line with counts if there are many. */
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
