import * as v from 'valibot';
import { closest } from '../../common/text/closest';
import { quote } from '../../common/text/shorten';
import type { Fault } from './fault';
import type { JsonFile } from './json-file';

export const labSchemaId = 'cognito-lab/lab/v1';
export const labFile = 'fixtures/lab.json';

const line = (most: number) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(most),
    v.check((text) => text.trim() !== '' && !/\p{Cc}/u.test(text), 'it is no line of text'),
  );

/** `fixtures/lab.json`. `fixtures/schemas/lab-v1.schema.json` is generated from it. */
export const labSchema = v.object({
  schema: v.literal(labSchemaId),
  id: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'it is no id: use up to 64 letters, digits, dots and hyphens'),
    v.description('What results, class reports and baselines name the lab by'),
  ),
  title: line(200),
  version: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9][A-Za-z0-9.+-]{0,31}$/, 'it is no version: write it like "1.0.0"'),
    v.description('Another one whenever the lab asks for something else'),
  ),
  tutorial: v.pipe(
    v.optional(v.pipe(v.string(), v.maxLength(2_000), v.regex(/^https:\/\/[^\s]+$/, 'it is no https:// link'))),
    v.description('The page that learners follow'),
  ),
  tasks: v.pipe(
    v.array(v.object({ id: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9_999)), title: line(200) })),
    v.minLength(1),
    v.maxLength(200),
    v.description('The numbers and titles of the tutorial; a feature has the same'),
  ),
});

export type LabFile = v.InferOutput<typeof labSchema>;

/** @returns undefined for what is not a lab of this version, which is a fault */
export function readLabFile(file: JsonFile, faults: Fault[]): LabFile | undefined {
  const { value, at } = file;
  const { schema } = (typeof value === 'object' && value !== null ? value : {}) as { schema?: unknown };
  const fault = (path: (string | number)[], message: string, remedy?: string, part?: 'value' | 'key'): void =>
    void faults.push({ file: file.name, ...at(path, part), message, remedy });
  if (schema !== labSchemaId) {
    const said =
      schema === undefined ? 'It does not say which schema it is of.' : `It is of the schema ${quote(schema)}.`;
    fault(['schema'], said, `This version of cognito-lab reads "schema": "${labSchemaId}".`);
    return undefined;
  }
  nearMisses(value as object, fault);
  const parsed = v.safeParse(labSchema, value);
  if (parsed.success) {
    twins(parsed.output, fault);
    return parsed.output;
  }
  for (const issue of parsed.issues) {
    const path = (issue.path ?? []).map(({ key }) => key as string | number);
    const missing = issue.received === 'undefined';
    const name = path.join('.');
    if (missing) fault(path, `"${name}" is missing.`, `Add it; docs/authoring-labs.md shows ${labFile}.`);
    else fault(path, `"${name}" cannot be ${quote(issue.input)}: ${issue.message.replace(/: Received .*$/, '')}.`);
  }
  return undefined;
}

type Report = (path: (string | number)[], message: string, remedy?: string, part?: 'value' | 'key') => void;

/** A misspelt member would be as if it were not there. Others, of authors' own, are left alone. */
function nearMisses(value: object, fault: Report): void {
  const known = Object.keys(labSchema.entries);
  for (const key of Object.keys(value)) {
    const near = known.includes(key) ? undefined : closest(key, known);
    if (near !== undefined && !(near in value))
      fault([key], `There is no ${quote(key)}.`, `Did you mean "${near}"?`, 'key');
  }
}

function twins({ tasks }: LabFile, fault: Report): void {
  const seen = new Set<number>();
  tasks.forEach(({ id }, index) => {
    if (seen.has(id))
      fault(['tasks', index, 'id'], `There are two tasks of the number ${id}.`, 'Give each its own number.');
    seen.add(id);
  });
}
