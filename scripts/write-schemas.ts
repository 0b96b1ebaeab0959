/**
 * Writes the JSON Schemas that other programs read out of the ones that the code checks with: `npm run schemas`.
 * A test fails when a file is not what this makes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { DRY_RUN_SCHEMA, dryRunSchema } from '../support/commands/check/dry-run-result';
import { BASELINE_SCHEMA, baselineSchema } from '../support/commands/drift/baseline';
import { DRIFT_SCHEMA, driftSchema } from '../support/commands/drift/drift-result';
import { targetsSchema } from '../support/commands/drift/targets-file';
import { waiversSchema } from '../support/commands/drift/waivers';
import { SHARD_SCHEMA, shardSchema } from '../support/commands/merge/manifest';
import { labSchemaId, labSchema } from '../support/lab/lab-folder/lab-file';
import { SUMMARY_SCHEMA, summarySchema } from '../support/lab/result/class-result';
import { rubricSchema } from '../support/commands/grade/rubric';
import { SNAPSHOT_SCHEMA, snapshotSchema } from '../support/targets/submission/snapshot-schema';
import { SWEEP_SCHEMA, sweepSchema } from '../support/commands/sweep/sweep-result';

const folder = join(__dirname, '../fixtures/schemas');

/** Each file's path and text. */
export const schemaFiles = (): { path: string; text: string }[] => [
  {
    path: join(folder, 'snapshot-v1.schema.json'),
    text: json({
      ...toJsonSchema(snapshotSchema, { typeMode: 'output', errorMode: 'ignore' }),
      $id: SNAPSHOT_SCHEMA,
      title: 'A redacted, read-only snapshot of an Amazon Cognito user pool, as a learner hands it in',
    }),
  },
  of('drift-v1', driftSchema, DRIFT_SCHEMA, 'The differences that one run of drift found'),
  of('baseline-v1', baselineSchema, BASELINE_SCHEMA, 'The approved state of a user pool, to compare it with'),
  of(
    'waivers-v1',
    waiversSchema,
    'cognito-lab/waivers/v1',
    'Allowed differences, each with a reason and an expiry date',
  ),
  of('summary-v1', summarySchema, SUMMARY_SCHEMA, 'The results of a class'),
  of('shard-v1', shardSchema, SHARD_SCHEMA, 'What merge needs to know of one part of a run'),
  of('rubric-v1', rubricSchema, 'cognito-lab/rubric/v1', 'How the points of a class are counted'),
  of('sweep-v1', sweepSchema, SWEEP_SCHEMA, 'What a sweep found and removed'),
  of('dry-run-v1', dryRunSchema, DRY_RUN_SCHEMA, 'The calls that a run would make'),
  of('lab-v1', labSchema, labSchemaId, 'A lab: what its folder has in fixtures/lab.json'),
  of('targets-v1', targetsSchema, 'cognito-lab/targets/v1', 'User pools for drift to compare'),
];

/** What a schema checks beyond its shape has no place in JSON Schema, and stays with us. */
function of(name: string, schema: Parameters<typeof toJsonSchema>[0], $id: string, title: string) {
  return {
    path: join(folder, `${name}.schema.json`),
    text: json({ ...toJsonSchema(schema, { errorMode: 'ignore' }), $id, title }),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

if (require.main === module) for (const { path, text } of schemaFiles()) writeFileSync(path, text);
