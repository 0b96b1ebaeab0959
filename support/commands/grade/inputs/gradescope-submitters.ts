import { existsSync } from 'node:fs';
import * as v from 'valibot';
import { readBounded } from '../../../common/files/read-bounded';
import { decode } from '../../../common/text/decode';

/** Who handed in one submission, as Gradescope knows them. */
export interface Submitter {
  name?: string;
  sid?: string;
  email?: string;
}

/** A class of a thousand takes some megabytes. */
const mostBytes = 32 * 1024 * 1024;

const text = v.optional(v.union([v.string(), v.null()]));

const metadataSchema = v.record(
  v.string(),
  v.object({ ':submitters': v.array(v.object({ ':name': text, ':sid': text, ':email': text })) }),
);

/**
 * `submission_metadata.yml` of a Gradescope export: who handed in which of its folders.
 *
 * @returns by the folder's name; nothing where there is no such file, or one of another form
 */
export function readSubmitters(path: string): Map<string, Submitter[]> {
  if (!existsSync(path)) return new Map();
  const { parse } = require('yaml') as typeof import('yaml');
  let value: unknown;
  try {
    // Identifiers keep their zeros: nothing is taken for a number.
    value = parse(decode(readBounded(path, { name: path, most: mostBytes, followLinks: false }).bytes), {
      schema: 'failsafe',
      logLevel: 'silent',
      maxAliasCount: 100,
    });
  } catch {
    return new Map();
  }
  const { success, output } = v.safeParse(metadataSchema, value);
  if (!success) return new Map();
  return new Map(
    Object.entries(output).map(([folder, { ':submitters': submitters }]) => [
      folder,
      submitters.map(({ ':name': name, ':sid': sid, ':email': email }) => ({
        ...(name && { name }),
        ...(sid && { sid }),
        ...(email && { email }),
      })),
    ]),
  );
}
