import * as v from 'valibot';
import { isAbsent } from '../../common/files/is-absent';
import { Problem } from '../../common/problem';
import { readJson } from '../../common/json/read-json';
import { schemaFault } from '../../common/json/schema-fault';

/** An object that people write. Unknown members are refused, because a typo would otherwise be ignored. */
export const handWritten = <T extends v.ObjectEntries>(members: T) =>
  v.strictObject(members, ({ expected, message }) =>
    expected === 'never' ? 'nothing of this name is known' : message,
  );

/**
 * Reads and validates a JSON file of this program.
 *
 * @param what the kind of file: "a baseline"
 * @param remedy what to do if it is invalid
 * @param list the only member, if the file may also be that list without the object
 * @throws Problem that says what is wrong, and where
 */
export function readInputFile<T>(
  schema: v.GenericSchema<unknown, T>,
  file: string,
  { what, remedy, list }: { what: string; remedy: string; list?: string },
): T {
  if (isAbsent(file)) throw new Problem(`${file} does not exist. It should be ${what}.`, remedy);
  const value = readJson(file, { name: file, remedy });
  const named = list !== undefined && Array.isArray(value) ? { [list]: value } : value;
  const { success, output, issues } = v.safeParse(schema, named, { abortEarly: true });
  if (success) return output;
  const why = issues[0].path && issues[0].received === 'undefined' ? 'it is missing' : undefined;
  throw new Problem(`${file} is not ${what}: ${schemaFault(issues, why)}.`, remedy);
}
