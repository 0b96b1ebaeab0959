/**
 * The result of one run of the lab: `cognito-lab/result/v1`.
 *
 * It is the only thing that the engine hands out and the only thing that a report reads, so that the terminal,
 * JSON, JUnit, Markdown, HTML and the exit code can never tell two stories. Its JSON Schema is
 * `fixtures/schemas/result-v1.schema.json`; a test holds the two together.
 */

export const RESULT_SCHEMA = 'cognito-lab/result/v1';

/**
 * What is known of a check.
 *
 * - `passed`: looked, and it is as the lab says.
 * - `failed`: looked, and it is not.
 * - `blocked`: something that it needs failed first; 0 points, shown under its cause and not as one more fault.
 * - `error`: could not look. No grade: neither passed nor failed nor 0.
 * - `skipped`: does not apply here (a behaviour check on a pool that is only read); its points leave the total.
 */
export type CheckStatus = 'passed' | 'failed' | 'blocked' | 'error' | 'skipped';

/** A task takes the worst status of its checks. */
export type TaskStatus = CheckStatus;

/** `error` wins over `failed`: a run that could not look at everything has no verdict as a whole. */
export type RunStatus = 'passed' | 'failed' | 'error';

/** `setting`: reads the configuration. `behaviour`: signs up and signs in to see what the configuration does. */
export type CheckKind = 'setting' | 'behaviour';

/**
 * Points, as the features' `@points:N` give them. A check that was skipped, or that could not be looked at, is in
 * neither number: it is not worth 0.
 */
export interface Score {
  earned: number;
  possible: number;
}

/** One thing that a check looked at. `expected` and `actual` are JSON values; what is cut of a long one is said in its place. */
export interface Finding {
  /** The member of AWS's answer, as a path: `Policies.PasswordPolicy.MinimumLength`. */
  setting: string;
  expected: unknown;
  actual: unknown;
  /** The operation that it was read by: `DescribeUserPool`. */
  source: string;
  holds: boolean;
}

export interface CheckResult {
  id: string;
  title: string;
  status: CheckStatus;
  kind: CheckKind;
  points: number;
  findings: Finding[];
  /** Why it failed, was blocked, could not be looked at or was skipped. Absent when it passed. */
  reason?: string;
  /** The id of the check that failed first. Only on `blocked`. */
  blockedBy?: string;
  /** What to do next, for an `error`: the permission to ask for, the file to add. */
  remedy?: string;
  /** What to do, in the words of the lab's author. */
  hint: string;
  /** Where in AWS's console: the classic wizard's place and the present console's. */
  console: string;
  docs: string;
}

export interface TaskResult {
  id: number;
  title: string;
  status: TaskStatus;
  score: Score;
  checks: CheckResult[];
}

export interface TargetDescription {
  kind: 'mock' | 'aws' | 'snapshot';
  userPoolId?: string;
  region?: string;
  /** Scheme, host and port of what answered where that is not AWS: a sandbox, an emulator. */
  endpoint?: string;
  /** Masked but for the last four digits: `********9012`. */
  account?: string;
}

export interface LabResult {
  schema: typeof RESULT_SCHEMA;
  status: RunStatus;
  score: Score;
  target: TargetDescription;
  tasks: TaskResult[];
  /** How often each operation was called, by its name. */
  calls: Record<string, number>;
  startedAt: string;
  finishedAt: string;
  version: string;
  /** SHA-256 of the features, so that two results can be told apart when the lab changed in between. */
  labHash: string;
}
