import { InvalidArgumentError, Option } from 'commander';

/** A part of a class, or of a file of targets: the one of number `index`, from 1, of `count`. */
export interface Shard {
  index: number;
  count: number;
}

/** As many as an array job of AWS Batch has (documented). */
export const mostShards = 10_000;

/** Where a job of an indexed Job of Kubernetes, and one of an array of AWS Batch, finds its number; both from 0. */
const indexVariables = ['JOB_COMPLETION_INDEX', 'AWS_BATCH_JOB_ARRAY_INDEX'] as const;

/** The number of jobs, which AWS Batch alone says. */
const sizeVariable = 'AWS_BATCH_JOB_ARRAY_SIZE';

export const shardText = ({ index, count }: Shard): string => `${index}/${count}`;

/** `--shard`, of the commands whose work can be done in parts. */
export const shardOption = (what: string): Option =>
  new Option('--shard <I/N>', `${what}; auto/N takes I from an indexed job; merge puts the parts together`).argParser(
    (text: string) => toShard(text),
  );

/**
 * `2/3`; `auto/3`, with the number from the environment of the job; `auto`, with both from there.
 *
 * @throws InvalidArgumentError that says what is right
 */
export function toShard(text: string, env: NodeJS.ProcessEnv = process.env): Shard {
  const [, first = '', second] = /^(auto|\d{1,5})(?:\/(\d{1,5}))?$/.exec(text) ?? [];
  const auto = first === 'auto';
  if (first === '' || (!auto && second === undefined)) throw wrong;
  const count = Number(second ?? env[sizeVariable]);
  if (second === undefined && !isCount(count))
    throw new InvalidArgumentError(
      `Only AWS Batch sets the number of parts (${sizeVariable}). Elsewhere write auto/N.`,
    );
  const index = auto ? indexIn(env) + 1 : Number(first);
  if (!isCount(count) || (!auto && index < 1) || (!auto && index > count)) throw wrong;
  if (index > count)
    throw new InvalidArgumentError(
      `The job is number ${index}, counted from 1, of more than ${count}: start as many jobs as there are parts.`,
    );
  return { index, count };
}

const isCount = (count: number): boolean => Number.isInteger(count) && count >= 1 && count <= mostShards;

const wrong = new InvalidArgumentError(
  `Write I/N, such as 2/3 for part 2 of 3 parts; there are at most ${mostShards} parts.`,
);

/** @returns from 0 */
function indexIn(env: NodeJS.ProcessEnv): number {
  const found = [...new Set(indexVariables.flatMap((name) => env[name] ?? []))];
  const [index = ''] = found;
  if (found.length === 1 && /^\d{1,5}$/.test(index)) return Number(index);
  throw new InvalidArgumentError(
    `With auto, ${indexVariables.join(' or ')} must have the number of the job, from 0; ${found.length > 1 ? 'they differ' : 'neither is a number'}.`,
  );
}
