/** The three states of a test that graders of other people know, and what ours are among them. */
import type { CheckResult, CheckStatus, RunStatus } from '../../lab/result/result';

export type TestStatus = 'pass' | 'fail' | 'error';

/** A check that applies in the mode. One that was skipped is no test of theirs: its points leave the total. */
export type Tried = CheckResult & { status: Exclude<CheckStatus, 'skipped'> };

export const wasTried = (check: CheckResult): check is Tried => check.status !== 'skipped';

/** A check that is blocked is worth 0 points, as one that failed; one that could not be looked at is neither. */
export const testStatus: Record<Tried['status'], TestStatus> = {
  passed: 'pass',
  failed: 'fail',
  blocked: 'fail',
  error: 'error',
};

export const runStatus: Record<RunStatus, TestStatus> = { passed: 'pass', failed: 'fail', error: 'error' };
