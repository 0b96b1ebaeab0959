import { readBounded, type Bounds } from '../files/read-bounded';
import { decode } from '../text/decode';
import { parseJson } from './parse-json';

const megabyte = 1024 * 1024;

/** Limits for trusted JSON files, which may be large: baselines, reports on many pools. */
const own = { most: 16 * megabyte, values: 2_000_000 } as const;

/**
 * Reads an untrusted JSON file.
 *
 * @throws CouldNotLook that says what is wrong and what to do
 */
export function readJson(file: string, { name, ...bounds }: Partial<Bounds> & Pick<Bounds, 'name'>): unknown {
  const { bytes } = readBounded(file, { name, most: own.most, ...bounds });
  return parseJson(decode(bytes), name, { values: own.values, remedy: bounds.remedy });
}
