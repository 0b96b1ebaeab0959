import { existsSync } from 'node:fs';
import * as v from 'valibot';
import { Problem } from '../../common/problem';
import { readJson } from '../../common/json/read-json';
import { schemaFault } from '../../common/json/schema-fault';

/** An object that a person writes: misspelt members are refused, because they would be ignored silently. */
export const handWritten = <T extends v.ObjectEntries>(members: T) =>
  v.strictObject(members, ({ expected, message }) =>
    expected === 'never' ? 'nothing of this name is known' : message,
  );

/**
 * Reads and validates one of our JSON files.
 *
 * @param what such a file is called: "a baseline"
 * @param remedy what to do about one that is not valid
 * @param list the only member of such a file, if the list without the object around it is accepted too
 * @throws Problem that says what is wrong, and where
 */
export function readInputFile<T>(
  schema: v.GenericSchema<unknown, T>,
  file: string,
  { what, remedy, list }: { what: string; remedy: string; list?: string },
): T {
  if (!existsSync(file)) throw new Problem(`${file} is missing: it was to be ${what}.`, remedy);
  const value = readJson(file, { name: file, remedy });
  const named = list !== undefined && Array.isArray(value) ? { [list]: value } : value;
  const { success, output, issues } = v.safeParse(schema, named, { abortEarly: true });
  if (success) return output;
  const why = issues[0].path && issues[0].received === 'undefined' ? 'it is missing' : undefined;
  throw new Problem(`${file} is not ${what}: ${schemaFault(issues, why)}.`, remedy);
}
