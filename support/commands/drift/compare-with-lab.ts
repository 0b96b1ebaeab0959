import type { CheckResult, CheckStatus, Finding, LabResult } from '../../lab/result/result';
import type { FoundDifference } from './compare-answers';
import type { Difference, Unread } from './drift-result';
import { isWithin } from './setting-path';
import { isObject, normalize } from './normalize';

/** A difference, before it is known since when. */
export type Undated = Omit<Difference, 'since'>;

export const checksOf = ({ tasks }: LabResult): CheckResult[] => tasks.flatMap(({ checks }) => checks);

/** What each check came to, by its id. */
export const statusesOf = (result: LabResult): Record<string, CheckStatus> =>
  Object.fromEntries(checksOf(result).map(({ id, status }) => [id, status]));

/** Ids of the checks that failed, in the order of the lab. */
export const failedIn = (result: LabResult): string[] =>
  checksOf(result)
    .filter(({ status }) => status === 'failed')
    .map(({ id }) => id);

/**
 * Puts what the lab's checks found beside what the comparison found, each thing once: a setting that moved is one
 * difference, which breaks checks; what a check found wrong and no comparison explains is one by itself.
 *
 * @param accepted checks that failed already when the baseline was taken
 */
export function addFailedChecks(
  found: readonly FoundDifference[],
  against: 'baseline' | 'defaults',
  result: LabResult,
  accepted: readonly string[],
): Undated[] {
  const failed = checksOf(result).filter(({ status }) => status === 'failed');
  const moved = found.map((difference): Undated => ({
    ...difference,
    against,
    breaks: failed
      .filter(({ findings }) => findings.some((finding) => !finding.holds && explains(difference, finding)))
      .map(({ id }) => id),
  }));
  const explained = new Set([...accepted, ...moved.flatMap(({ breaks }) => breaks)]);
  return [...moved, ...failed.filter(({ id }) => !explained.has(id)).flatMap(ofCheck)];
}

/** Each setting that a check found wrong; the check itself where it says of no setting what is wrong. */
function ofCheck({ id, title, findings, reason }: CheckResult): Undated[] {
  const broken = findings.filter(({ holds }) => !holds);
  if (broken.length === 0)
    return [{ path: id, kind: 'changed', against: 'lab', breaks: [id], note: `${title}: ${reason ?? 'failed'}` }];
  return broken.map((finding) => ({
    path: settingPath(finding),
    kind: 'changed',
    expected: normalize(finding.expected) ?? finding.expected,
    actual: normalize(finding.actual) ?? finding.actual,
    against: 'lab',
    breaks: [id],
  }));
}

/** The checks that could not be checked, by what stood in the way. */
export const unreadIn = (result: LabResult): Unread[] =>
  checksOf(result)
    .filter(({ status }) => status === 'error')
    .map(({ id, reason = 'It could not be checked.', remedy }) => ({
      parts: [id],
      reason,
      ...(remedy && { remedy }),
    }));

/** Members of DescribeUserPool's answer are told without the name of the answer. */
const settingPath = ({ setting, source }: Finding): string =>
  source === 'DescribeUserPool' && !setting.startsWith('UserPool.') ? `UserPool.${setting}` : setting;

function explains(difference: FoundDifference, finding: Finding): boolean {
  const setting = settingPath(finding);
  if (setting.startsWith('UserPoolClient')) return explainsClient(difference, finding);
  if (setting === 'Providers')
    return difference.kind === 'added' && /^IdentityProviders\[[^\]]*\]$/.test(difference.path);
  const [list, member] = setting.split('[]');
  if (list !== undefined && member !== undefined) return explainsItem(difference, finding, list);
  return isWithin(difference.path, setting) || isWithin(setting, difference.path);
}

/** "No client of this name" is explained by the one that was removed, or renamed. */
function explainsClient({ path, expected }: FoundDifference, finding: Finding): boolean {
  if (!path.startsWith('UserPoolClients[')) return false;
  if (path.endsWith('].ClientName')) return expected === finding.expected;
  return path.endsWith(']') && isObject(expected) && expected.ClientName === finding.expected;
}

/** Of a list of names, those are to blame that are in one of the two and not in the other. */
function explainsItem({ path }: FoundDifference, { expected, actual }: Finding, list: string): boolean {
  if (!path.startsWith(`${list}[`)) return false;
  const name = path.slice(list.length + 1, path.indexOf(']'));
  if (!Array.isArray(expected) || !Array.isArray(actual)) return true;
  return expected.includes(name) !== actual.includes(name);
}
