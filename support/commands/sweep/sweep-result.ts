/**
 * The result of a sweep: `cognito-lab/sweep/v1`. Its JSON Schema, `fixtures/schemas/sweep-v1.schema.json`, is
 * generated from this schema.
 */
import * as v from 'valibot';

export const SWEEP_SCHEMA = 'cognito-lab/sweep/v1';

const described = (text: string) => v.pipe(v.string(), v.description(text));

const sweptPool = v.object({
  userPoolId: v.string(),
  name: v.string(),
  runId: v.string(),
  tool: described('The program that made it, and its version'),
  created: described('ISO 8601'),
  expires: described('ISO 8601'),
  domain: v.optional(v.string()),
  deletionProtection: v.boolean(),
  state: v.pipe(
    v.picklist(['found', 'in use', 'in doubt', 'removed', 'left']),
    v.description(
      'found: a dry run would remove it. in use: not expired, its run may be under way. in doubt: it carries the tags of a run, and something speaks against its being of that run; it is never removed. left: it could not be removed',
    ),
  ),
  reason: v.optional(described('Why it is left, or in doubt')),
});

const regionSweep = v.object({
  region: v.string(),
  pools: v.pipe(v.array(sweptPool), v.description('Of our own only')),
  problems: v.pipe(
    v.array(v.object({ message: v.string(), remedy: v.optional(v.string()) })),
    v.description('What could not be checked'),
  ),
});

/** The whole result as a schema, to validate with and to publish. */
export const sweepSchema = v.object({
  schema: v.literal(SWEEP_SCHEMA),
  apply: v.pipe(v.boolean(), v.description('Whether it removed what it found, or only looked')),
  status: v.pipe(
    v.picklist(['clean', 'left', 'error']),
    v.description('clean: no leftover pools. left: leftover pools remain. error: not everything could be checked'),
  ),
  regions: v.array(regionSweep),
});

export type SweepResult = v.InferOutput<typeof sweepSchema>;
/** The result of a sweep in one region. */
export type RegionSweep = v.InferOutput<typeof regionSweep>;
/** A leftover pool, and what was done. */
export type SweptPool = v.InferOutput<typeof sweptPool>;
