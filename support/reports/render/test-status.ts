/** Our states as the three states of a test that other graders know. */
import type { CheckResult, CheckStatus, RunStatus } from '../../lab/result/result';

export type TestStatus = 'pass' | 'fail' | 'error';

/** A check that applies in the mode. A skipped one is left out, and its points with it. */
export type Tried = CheckResult & { status: Exclude<CheckStatus, 'skipped'> };

export const wasTried = (check: CheckResult): check is Tried => check.status !== 'skipped';

/** A blocked check is worth 0 points, like a failed one; one that could not be checked is neither. */
export const testStatus: Record<Tried['status'], TestStatus> = {
  passed: 'pass',
  failed: 'fail',
  blocked: 'fail',
  error: 'error',
};

export const runStatus: Record<RunStatus, TestStatus> = { passed: 'pass', failed: 'fail', error: 'error' };
