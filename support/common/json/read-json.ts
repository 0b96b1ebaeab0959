import { readBounded, type Bounds } from '../files/read-bounded';
import { decode } from '../text/decode';
import { parseJson } from './parse-json';

const megabyte = 1024 * 1024;

/**
 * What a file of JSON may cost. Files that this tool wrote (a baseline, a report on many pools) are read by those who
 * wrote them and may be large.
 */
const own = { most: 16 * megabyte, values: 2_000_000 } as const;

/**
 * Reads a JSON file that may have been made by anyone.
 *
 * @throws CouldNotLook that says what is wrong with it and what to do
 */
export function readJson(file: string, { name, ...bounds }: Partial<Bounds> & Pick<Bounds, 'name'>): unknown {
  const { bytes } = readBounded(file, { name, most: own.most, ...bounds });
  return parseJson(decode(bytes), name, { values: own.values, remedy: bounds.remedy });
}
