import path from 'node:path';
import * as v from 'valibot';
import { regionOfPoolId } from '../../common/aws-names';
import { readInputFile, handWritten } from './read-input-file';

const text = v.pipe(v.string(), v.trim(), v.minLength(1, 'it is empty'));

const watched = handWritten({
  pool: v.pipe(text, v.description('The id of the user pool')),
  name: v.optional(v.pipe(text, v.description('What to call it in reports'))),
  region: v.optional(v.pipe(text, v.description("The region; taken from the pool's id if absent"))),
  role: v.optional(v.pipe(text, v.description('The ARN of a role to assume'))),
  externalId: v.optional(v.pipe(text, v.description("What the role's trust policy asks for"))),
  baseline: v.optional(v.pipe(text, v.description('The file of the baseline, from the folder of this file'))),
});

/** The schema of a targets file; `fixtures/schemas/targets-v1.schema.json` is generated from it for other programs. */
export const targetsSchema = v.object({ targets: v.pipe(v.array(watched), v.minLength(1, 'it names no pool')) });

/** A pool to check, and how to access it. */
export type WatchedPool = v.InferOutput<typeof watched>;

/** @throws Problem for an invalid file */
export function readTargets(file: string): WatchedPool[] {
  const { targets } = readInputFile(targetsSchema, file, {
    what: 'a file of targets',
    list: 'targets',
    remedy:
      'Write {"targets": [{"pool": "us-east-1_AbCdEf123", "region": "us-east-1", "role": "arn:aws:iam::…:role/…", "baseline": "keke.json"}]}; all but the pool may be left out.',
  });
  const folder = path.dirname(file);
  return targets.map((target) => ({
    ...target,
    region: target.region ?? regionOfPoolId(target.pool),
    ...(target.baseline !== undefined && {
      baseline: path.isAbsolute(target.baseline) ? target.baseline : path.join(folder, target.baseline),
    }),
  }));
}
