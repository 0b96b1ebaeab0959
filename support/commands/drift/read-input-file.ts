import { existsSync } from 'node:fs';
import * as v from 'valibot';
import { Problem } from '../../common/problem';
import { readJson } from '../../common/json/read-json';
import { schemaFault } from '../../common/json/schema-fault';

/** An object that somebody writes by hand: a member that is misspelt would be left out without a word. */
export const handWritten = <T extends v.ObjectEntries>(members: T) =>
  v.strictObject(members, ({ expected, message }) =>
    expected === 'never' ? 'nothing of this name is known' : message,
  );

/**
 * Reads a JSON file of ours, and says where it is not what it should be.
 *
 * @param what to call such a file: "a baseline"
 * @param remedy what to do about one that is not of the form
 * @param list the name under which a list stands in such a file; the list alone will do as well
 * @throws Problem
 */
export function readInputFile<T>(
  schema: v.GenericSchema<unknown, T>,
  file: string,
  { what, remedy, list }: { what: string; remedy: string; list?: string },
): T {
  if (!existsSync(file)) throw new Problem(`${file} is missing: it was to be ${what}.`, remedy);
  const value = readJson(file, { name: file });
  const named = list !== undefined && Array.isArray(value) ? { [list]: value } : value;
  const { success, output, issues } = v.safeParse(schema, named, { abortEarly: true });
  if (success) return output;
  const why = issues[0].path && issues[0].received === 'undefined' ? 'it is missing' : undefined;
  throw new Problem(`${file} is not ${what}: ${schemaFault(issues, why)}.`, remedy);
}
