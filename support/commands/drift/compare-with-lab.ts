import type { CheckResult, CheckStatus, Finding, LabResult } from '../../lab/result/result';
import type { FoundDifference } from './compare-answers';
import type { Difference, Unread } from './drift-result';
import { isWithin, parsePath } from './setting-path';
import { isObject, normalize } from './normalize';

/** A difference without the time of its first report. */
export type Undated = Omit<Difference, 'since'>;

export const checksOf = ({ tasks }: LabResult): CheckResult[] => tasks.flatMap(({ checks }) => checks);

/** The status of each check, by its id. */
export const statusesOf = (result: LabResult): Record<string, CheckStatus> =>
  Object.fromEntries(checksOf(result).map(({ id, status }) => [id, status]));

/** Ids of the failed checks, in the order of the lab. */
export const failedIn = (result: LabResult): string[] =>
  checksOf(result)
    .filter(({ status }) => status === 'failed')
    .map(({ id }) => id);

/**
 * Merges the findings of the lab's checks into the differences, without duplicates: a changed setting is one
 * difference that breaks checks; a failed check that no difference explains is a difference of its own.
 *
 * @param accepted checks that had already failed when the baseline was written
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

/** One difference per failed setting, or one for the check if it names no setting. */
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

/** The checks that could not be completed, and why. */
export const unreadIn = (result: LabResult): Unread[] =>
  checksOf(result)
    .filter(({ status }) => status === 'error')
    .map(({ id, reason = 'It could not be checked.', remedy }) => ({
      parts: [id],
      reason,
      ...(remedy && { remedy }),
    }));

/** Checks name members of DescribeUserPool's answer without the part `UserPool`. */
const settingPath = ({ setting, source }: Finding): string =>
  source === 'DescribeUserPool' && !setting.startsWith('UserPool.') ? `UserPool.${setting}` : setting;

function explains(difference: FoundDifference, finding: Finding): boolean {
  const setting = settingPath(finding);
  if (setting.startsWith('UserPoolClient')) return explainsClient(difference, finding);
  if (setting === 'Providers') {
    const [part, ...names] = parsePath(difference.path);
    return difference.kind === 'added' && part === 'IdentityProviders' && names.length === 1;
  }
  const [list, member] = setting.split('[]');
  if (list !== undefined && member !== undefined) return explainsItem(difference, finding, list);
  return isWithin(difference.path, setting) || isWithin(setting, difference.path);
}

/** A removed or renamed client explains "No client of this name". */
function explainsClient({ path, expected }: FoundDifference, finding: Finding): boolean {
  const [part, id, member, ...below] = parsePath(path);
  if (part !== 'UserPoolClients' || id === undefined || below.length > 0) return false;
  if (member === 'ClientName') return expected === finding.expected;
  return member === undefined && isObject(expected) && expected.ClientName === finding.expected;
}

/** For two lists of names, the items in only one of them explain the failure. */
function explainsItem({ path }: FoundDifference, { expected, actual }: Finding, list: string): boolean {
  const name = isWithin(path, list) ? parsePath(path)[parsePath(list).length] : undefined;
  if (name === undefined) return false;
  if (!Array.isArray(expected) || !Array.isArray(actual)) return true;
  return expected.includes(name) !== actual.includes(name);
}
