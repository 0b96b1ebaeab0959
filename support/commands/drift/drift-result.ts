/**
 * The result of a `drift` run: `cognito-lab/drift/v1`. All formats and the exit code are derived from it. Its JSON
 * Schema, `fixtures/schemas/drift-v1.schema.json`, is generated from this schema.
 */
import * as v from 'valibot';

export const DRIFT_SCHEMA = 'cognito-lab/drift/v1';

const described = (text: string) => v.pipe(v.string(), v.description(text));

/** When it was last known not to exist, and when it was first seen. */
const since = v.object({
  after: v.optional(described('ISO 8601: it was not so yet; absent where nobody looked before')),
  seen: described('ISO 8601: when it was first seen'),
});

const waiver = v.object({
  path: v.optional(described('A setting, and all below it')),
  check: v.optional(described('The id of a check of the lab')),
  userPoolId: v.optional(described('Of the only pool that it is for')),
  reason: v.string(),
  owner: v.optional(v.string()),
  expiry: described('ISO 8601: the last day, or the last moment, on which it waives'),
});

const difference = v.object({
  path: described('Where: UserPool.Policies.PasswordPolicy.MinimumLength'),
  kind: v.picklist(['added', 'removed', 'changed']),
  expected: v.optional(v.pipe(v.unknown(), v.description('Absent where it was added'))),
  actual: v.optional(v.pipe(v.unknown(), v.description('Absent where it was removed'))),
  against: v.pipe(
    v.picklist(['baseline', 'lab', 'defaults']),
    v.description('What it differs from: the baseline, what the lab asks for, the recorded defaults of AWS'),
  ),
  breaks: v.pipe(v.array(v.string()), v.description('Ids of the checks of the lab that fail for it')),
  note: v.optional(v.string()),
  line: v.optional(v.pipe(v.number(), v.integer(), v.description('Of the baseline, where it or what it is in stands'))),
  since,
  waiver: v.optional(waiver),
});

const unread = v.object({
  parts: v.pipe(v.array(v.string()), v.description('The parts of the pool, and the checks, that it leaves open')),
  reason: v.string(),
  remedy: v.optional(v.string()),
});

/** `error` takes precedence over `drift`: unread parts may also differ. */
const status = v.picklist(['same', 'drift', 'error']);

const poolDrift = v.object({
  status,
  name: v.optional(described('As the targets file calls it')),
  userPoolId: v.optional(v.string()),
  region: v.optional(v.string()),
  endpoint: v.optional(described('Scheme, host and port of what answered where that is not AWS')),
  account: v.optional(described('Masked but for the last four digits')),
  baseline: v.optional(v.object({ file: v.string(), takenAt: v.string() })),
  differences: v.array(difference),
  unread: v.array(unread),
  checks: v.pipe(
    v.record(v.string(), v.picklist(['passed', 'failed', 'blocked', 'error', 'skipped'])),
    v.description('What each check of the lab came to, by its id'),
  ),
  accepted: v.pipe(
    v.array(v.string()),
    v.description('Checks that fail, and failed already when the baseline was taken'),
  ),
});

/** The lab that the pools were compared with. */
export const driftLabSchema = v.object({
  id: v.string(),
  title: v.string(),
  version: v.string(),
  hash: described('SHA-256 of the features'),
});

/** The whole report as a schema, to validate with and to publish. */
export const driftSchema = v.object({
  schema: v.literal(DRIFT_SCHEMA),
  status,
  about: v.pipe(
    v.picklist(['pools', 'tutorial']),
    v.description('Pools that exist, or the lab itself made afresh and removed again'),
  ),
  pools: v.array(poolDrift),
  waivers: v.array(
    v.object({
      ...waiver.entries,
      state: v.pipe(
        v.picklist(['used', 'unused', 'expired', 'unknown']),
        v.description(
          'unknown: it waives no known difference, and some parts that it may apply to could not be checked',
        ),
      ),
    }),
  ),
  checkedAt: described('ISO 8601'),
  version: v.string(),
  lab: v.pipe(v.optional(driftLabSchema), v.description('Absent from reports of earlier versions')),
  labHash: described('SHA-256 of the features'),
});

export type Drift = v.InferOutput<typeof driftSchema>;
export type PoolDrift = v.InferOutput<typeof poolDrift>;
export type Difference = v.InferOutput<typeof difference>;
export type Unread = v.InferOutput<typeof unread>;
export type Waiver = v.InferOutput<typeof waiver>;
export type DriftStatus = v.InferOutput<typeof status>;

/** The differences that are not waived. */
export const openDifferences = ({ differences }: PoolDrift): Difference[] =>
  differences.filter(({ waiver }) => !waiver);

/** The status of one pool. */
export const statusOf = ({ differences, unread }: Pick<PoolDrift, 'differences' | 'unread'>): DriftStatus =>
  unread.length > 0 ? 'error' : differences.some(({ waiver }) => !waiver) ? 'drift' : 'same';

/** The status of several pools together. */
export const worstOf = (statuses: readonly DriftStatus[]): DriftStatus =>
  statuses.includes('error') ? 'error' : statuses.includes('drift') ? 'drift' : 'same';
