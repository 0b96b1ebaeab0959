import { existsSync } from 'node:fs';
import * as v from 'valibot';
import { readBounded } from '../../../common/files/read-bounded';
import { decode } from '../../../common/text/decode';

/** A learner of one submission, as Gradescope lists them. */
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
 * Reads `submission_metadata.yml` of a Gradescope export: the learners of each of its folders.
 *
 * @returns learners by folder name; empty without such a file, or for a file of another form
 */
export function readSubmitters(path: string): Map<string, Submitter[]> {
  if (!existsSync(path)) return new Map();
  const { parse } = require('yaml') as typeof import('yaml');
  let value: unknown;
  try {
    // Nothing is parsed as a number, so identifiers keep their zeros.
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
