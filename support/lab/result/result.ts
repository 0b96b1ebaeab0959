/**
 * The result of one run of the lab: `cognito-lab/result/v1`.
 *
 * It is the only output of the runner and the only input of the reports, so that the terminal, JSON, JUnit, Markdown,
 * HTML and the exit code always agree. Its JSON Schema is `fixtures/schemas/result-v1.schema.json`; a test compares
 * the two.
 */

export const RESULT_SCHEMA = 'cognito-lab/result/v1';

/**
 * The state of a check.
 *
 * - `passed`: the pool meets the check.
 * - `failed`: the pool does not meet it.
 * - `blocked`: a check that it needs failed first; 0 points, listed under its cause and not as another mistake.
 * - `error`: it could not be checked. No grade: neither passed nor failed nor 0 points.
 * - `skipped`: it does not apply here (a behaviour check on a pool that is only read); its points leave the total.
 */
export type CheckStatus = 'passed' | 'failed' | 'blocked' | 'error' | 'skipped';

/** The state of a task is the worst state of its checks. */
export type TaskStatus = CheckStatus;

/** `error` takes precedence over `failed`: a run with an unchecked part has no overall verdict. */
export type RunStatus = 'passed' | 'failed' | 'error';

/** `setting`: reads the configuration. `behaviour`: signs users up and in to test the configuration. */
export type CheckKind = 'setting' | 'behaviour';

/**
 * Points, from the features' `@points:N`. Checks that were skipped or could not be checked count in neither number;
 * they are not worth 0.
 */
export interface Score {
  earned: number;
  possible: number;
}

/** One comparison of a check. `expected` and `actual` are JSON values; a note replaces what was cut of a long one. */
export interface Finding {
  /** The path of the member in AWS's answer: `Policies.PasswordPolicy.MinimumLength`. */
  setting: string;
  expected: unknown;
  actual: unknown;
  /** The operation that returned it: `DescribeUserPool`. */
  source: string;
  holds: boolean;
}

/**
 * How a failed check is put right, by commands of the AWS CLI that were made for this pool. They change this and keep
 * everything else: what they keep they read from AWS when they run, so that no value of the pool stands in them.
 */
export interface Fix {
  /** `update`: changes the pool. `add`: adds what is missing. `recreate`: fixed at creation, so makes the pool again. */
  kind: 'update' | 'recreate' | 'add';
  /** For bash and zsh, to be run in order. Empty if none can be given; the note says why. */
  commands: string[];
  /** The same for PowerShell. */
  powershell: string[];
  /** For `recreate`: what the new pool has to be made with, in the words of the console. */
  choices?: string[];
  /** Why there is no command, or what else the commands do or leave. */
  note?: string;
}

/** The fewest commands that put all failed checks right that have a fix. */
export interface ShortestFix extends Fix {
  /** The ids of these checks. */
  checks: string[];
}

/** A published control that a check meets: `securityhub.Cognito.5`. */
export interface Control {
  readonly id: string;
  /** The lab goes against it on purpose; `why` of the check says why. */
  readonly against?: true;
}

export interface CheckResult {
  id: string;
  title: string;
  status: CheckStatus;
  kind: CheckKind;
  points: number;
  findings: Finding[];
  /** Why it failed, was blocked, could not be checked or was skipped. Absent if it passed. */
  reason?: string;
  /** The id of the check that failed first. Only for `blocked`. */
  blockedBy?: string;
  /** What to do next, for an `error`: the permission to request, the file to add. */
  remedy?: string;
  /** What to do, as written by the author of the lab: for the mistake that was made, where the lab has words for it. */
  hint: string;
  /** Why the setting matters, as written by the author of the lab. */
  why?: string;
  /** The published controls that the check is about. */
  controls?: Control[];
  /** The place in AWS's console: in the classic wizard, and in the present console. */
  console: string;
  docs: string;
  /** How to put it right. Only for `failed`, of a pool that exists. */
  fix?: Fix;
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
  /** Scheme, host and port of the endpoint if it is not AWS's own: a sandbox, an emulator. */
  endpoint?: string;
  /** Masked except for the last four digits: `********9012`. */
  account?: string;
}

/** Which lab was checked. */
export interface ResultLab {
  id: string;
  title: string;
  version: string;
  /** SHA-256 of the features: the same as `labHash`. */
  hash: string;
}

export interface LabResult {
  schema: typeof RESULT_SCHEMA;
  lab: ResultLab;
  status: RunStatus;
  score: Score;
  target: TargetDescription;
  tasks: TaskResult[];
  /** The shortest way to put right what failed. Only if a check has a fix. */
  shortestFix?: ShortestFix;
  /** The number of calls by operation. */
  calls: Record<string, number>;
  startedAt: string;
  finishedAt: string;
  version: string;
  /** SHA-256 of the features, which distinguishes results of different versions of the lab. */
  labHash: string;
}
