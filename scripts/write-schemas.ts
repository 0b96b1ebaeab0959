/**
 * Writes the JSON Schemas that other programs read out of the ones that the code checks with: `npm run schemas`.
 * A test fails when a file is not what this makes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { SNAPSHOT_SCHEMA, snapshotSchema } from '../support/submission/schema';

const folder = join(__dirname, '../fixtures/schemas');

/** Each file's path and text. */
export const schemaFiles = (): { path: string; text: string }[] => [
  {
    path: join(folder, 'snapshot-v1.schema.json'),
    text: json({
      ...toJsonSchema(snapshotSchema),
      $id: SNAPSHOT_SCHEMA,
      title: 'A redacted, read-only picture of an Amazon Cognito user pool, as a learner hands it in',
    }),
  },
];

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

if (require.main === module) for (const { path, text } of schemaFiles()) writeFileSync(path, text);
