import { Problem } from '../../common/problem';
import { quote } from '../../common/text/shorten';
import { runLab, type RunOptions } from '../../runner/run-lab';
import type { Lab } from '../../lab/lab-folder';
import type { LabResult } from '../../lab/result/result';
import type { LabSession } from '../../runner/session/lab-session';
import { failedIn, statusesOf, unreadIn, addFailedChecks, type Undated } from './compare-with-lab';
import { linesOf, readBaseline, writeBaseline, type Baseline } from './baseline';
import { compare } from './compare-answers';
import { statusOf, type Difference, type Drift, type PoolDrift, type Unread } from './drift-result';
import { readAnswers, type Missing } from './read-answers';
import { settingsOf } from './comparable-settings';
import { firstSeen } from './first-seen';
import { parsePath, pathText } from './setting-path';

export interface CheckPoolOptions {
  lab: Lab;
  /** The baseline file. Without one, the pool is compared with the lab only. */
  baseline?: string;
  /** Whether to write the baseline before the comparison. */
  update?: boolean;
  /** The report of the previous run. */
  previous?: Drift;
  /** ISO 8601. */
  now: string;
  onProgress?: RunOptions['onProgress'];
  /** Called with the reason why the baseline was not written. */
  onRefused?: (problem: Problem) => void;
}

/**
 * Compares an existing pool, read-only, with the lab and with its baseline.
 *
 * @param session attached to the pool
 * @throws Problem for a baseline that cannot be used
 */
export async function checkPool(
  session: LabSession,
  userPoolId: string,
  options: CheckPoolOptions,
): Promise<PoolDrift> {
  const { lab, baseline: file, update, previous, now, onProgress, onRefused } = options;
  const before = file === undefined || update ? undefined : readBaseline(file, userPoolId);
  const { id, version } = lab.identity;
  const named = { id, version };
  if (before?.lab && before.lab.id !== id) throw ofAnotherLab(file, before.lab.id, id);
  const { answers, missing } = await readAnswers(session.reader(userPoolId));
  const result = await runLab(lab, session, { onProgress });
  const { region, account } = result.target;
  const settings = settingsOf(answers);
  const unread = mergeUnread([...missing.map(unreadPart), ...unreadIn(result)]);

  let baseline: Baseline | undefined = before;
  if (file !== undefined && update) {
    if (unread.length === 0)
      baseline = writeBaseline(
        file,
        { userPoolId, region, account, lab: named, failedChecks: failedIn(result), settings },
        now,
      );
    else onRefused?.(refused(file));
  }

  const found = baseline
    ? compare(
        baseline.settings,
        settings,
        missing.map(({ path }) => path),
      )
    : [];
  const lines = baseline && linesOf(baseline);
  const accepted = failedIn(result).filter((id) => baseline?.failedChecks.includes(id));
  const differences = addFailedChecks(found, 'baseline', result, accepted).map((difference) => ({
    ...difference,
    ...(lines && lineOf(difference, lines)),
    since: firstSeen(difference, { userPoolId, takenAt: baseline?.takenAt, now, previous }),
  }));
  return {
    status: statusOf({ differences, unread }),
    userPoolId,
    ...locationOf(result),
    ...(file !== undefined && baseline && { baseline: { file, takenAt: baseline.takenAt } }),
    differences,
    unread,
    checks: statusesOf(result),
    accepted,
  };
}

/** A new setting has no line in the baseline: use the line of its nearest parent. */
function lineOf({ path }: Undated, lines: ReadonlyMap<string, number>): Pick<Difference, 'line'> {
  const names = parsePath(path);
  for (let length = names.length; length > 0; length--) {
    const line = lines.get(pathText(names.slice(0, length)));
    if (line !== undefined) return { line };
  }
  return {};
}

/** The location of the checked pool. */
export const locationOf = ({
  target: { region, endpoint, account },
}: LabResult): Pick<PoolDrift, 'region' | 'endpoint' | 'account'> => ({
  ...(region && { region }),
  ...(endpoint && { endpoint }),
  ...(account && { account }),
});

export const unreadPart = ({ path, why }: Missing): Unread => ({
  parts: [path],
  reason: why.message,
  ...(why.remedy && { remedy: why.remedy }),
});

/** Merges parts that could not be read for the same reason. */
export function mergeUnread(unread: readonly Unread[]): Unread[] {
  const byReason = new Map<string, Unread>();
  for (const { parts, ...why } of unread) {
    const key = JSON.stringify(why);
    const known = byReason.get(key);
    byReason.set(key, { parts: [...(known?.parts ?? []), ...parts], ...why });
  }
  return [...byReason.values()];
}

/** The checks that failed already are those of another lab. */
const ofAnotherLab = (file = '', of: string, id: string): Problem =>
  new Problem(
    `The baseline ${file} was taken by the lab ${quote(of)}, not by ${quote(id)}.`,
    'Name the same lab, or another file to take a baseline in.',
  );

const refused = (file: string): Problem =>
  new Problem(
    `The baseline ${file} was not written: not everything could be read.`,
    'Correct the errors listed under "could not look", and run it again.',
  );
