import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';

/** What is wrong with a value by a published schema, such as `sweep-v1`; "valid" where nothing is. */
export function validAgainst(name: string, value: unknown): string {
  const file = join(__dirname, `../../fixtures/schemas/${name}.schema.json`);
  const ajv = new Ajv({ strict: false });
  return ajv.validate(JSON.parse(readFileSync(file, 'utf8')) as object, value) ? 'valid' : ajv.errorsText();
}
