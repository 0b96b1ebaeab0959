/** The page to return to a learner of a class, with the points of the gradebook. */
import { namesOf, oneLine, plainText } from '../../../common/text/plain-text';
import type { LearnerSummary } from '../../../lab/result/class-result';
import type { LabResult } from '../../../lab/result/result';
import { resultPage } from '../../../reports/html';
import { adjustmentText, count, dateText, points, scoreText } from '../../../reports/render/wording';

export const learnerPage = (result: LabResult, learner: LearnerSummary): string =>
  resultPage(result, {
    names: namesOf(learner),
    score: learner.score,
    remarks: remarksOn(result, learner),
    target: handedIn(learner).map(oneLine),
  });

/** How the points of the checks became those of the gradebook, so that no difference is unexplained. */
function remarksOn({ score }: LabResult, { score: grade, late, notes, adjustments = [] }: LearnerSummary): string[] {
  const counts =
    grade && (grade.earned !== score.earned || grade.possible !== score.possible)
      ? [
          `The checks below come to ${scoreText(score)}. By the rubric of the class that is ` +
            `${points(grade.earned)} of ${points(grade.possible)}${late ? ` (${lateText(late)})` : ''}.`,
        ]
      : late
        ? [`It was handed in ${lateText(grade ? late : { ...late, percent: 0 })}.`]
        : [];
  return [...counts, ...adjustments.map(adjustmentText).map(plainText), ...notes.map(plainText)];
}

const handedIn = ({ evidence, submittedAt, attempt = 1 }: LearnerSummary): string[] => [
  ...(evidence === 'verified' ? ['verified: read from the user pool itself'] : []),
  ...(evidence === 'self-reported' ? ['self-reported: read from what was handed in'] : []),
  ...(submittedAt === undefined ? [] : [`handed in ${dateText(submittedAt)}`]),
  ...(attempt > 1 ? [`attempt ${attempt}`] : []),
];

/** `2 days late, 20 % taken off`. */
export function lateText({ seconds, percent }: { seconds: number; percent: number }): string {
  const [size, unit] = ([[86_400, 'day'] as const, [3_600, 'hour'] as const].find(([size]) => seconds >= size) ?? [
    60,
    'minute',
  ]) as [number, string];
  return `${count(Math.ceil(seconds / size), unit)} late${percent > 0 ? `, ${points(percent)} % taken off` : ''}`;
}
