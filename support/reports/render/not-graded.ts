import { oneLine, plainText } from '../../common/text/plain-text';
import type { LabResult } from '../../lab/result/result';
import { summarizeResult } from './summarize-result';

/** Why something could not be checked, each reason once, and what to do about it. */
export function notGradedText(result: LabResult): string {
  const reasons = summarizeResult(result).unread.map(({ reason, remedy, checks }) =>
    [
      plainText(reason),
      ...(remedy ? [`Remedy: ${plainText(remedy)}`] : []),
      `Not checked: ${checks.map(({ check }) => oneLine(check.id)).join(', ')}`,
    ].join('\n'),
  );
  return ['Not graded: something could not be checked, and that is not a fault of the solution.', ...reasons].join(
    '\n\n',
  );
}
