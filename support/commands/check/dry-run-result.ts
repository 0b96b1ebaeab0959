/**
 * The result of a dry run: `cognito-lab/dry-run/v1`. Its JSON Schema, `fixtures/schemas/dry-run-v1.schema.json`, is
 * generated from this schema.
 */
import * as v from 'valibot';

export const DRY_RUN_SCHEMA = 'cognito-lab/dry-run/v1';

/** The whole result as a schema, to validate with and to publish. */
export const dryRunSchema = v.object({
  schema: v.literal(DRY_RUN_SCHEMA),
  endpoint: v.pipe(v.string(), v.description('Where the calls would go')),
  calls: v.pipe(
    v.array(
      v.object({
        operation: v.pipe(
          v.string(),
          v.description('CreateUserPool; of another service with its name: sts:GetCallerIdentity'),
        ),
        input: v.pipe(
          v.record(v.string(), v.unknown()),
          v.description('Without secrets; what only an answer could tell stands in words, in parentheses'),
        ),
      }),
    ),
    v.description('In the order in which they would be made; none was'),
  ),
});

export type DryRunResult = v.InferOutput<typeof dryRunSchema>;
/** A planned call, without its secrets. */
export type PlannedCall = DryRunResult['calls'][number];
