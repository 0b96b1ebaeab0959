import { availableParallelism } from 'node:os';
import { InvalidArgumentError } from 'commander';

/** More processes than this have nothing to do on any machine that a class is graded on. */
const mostJobs = 256;

export const allCores = (): number => Math.min(availableParallelism(), mostJobs);

/** @throws InvalidArgumentError for what is no number of processes */
export function toJobs(text: string): number {
  const jobs = Number(text);
  if (/^[1-9]\d{0,2}$/.test(text) && jobs <= mostJobs) return jobs;
  throw new InvalidArgumentError(`Write a whole number from 1 to ${mostJobs}.`);
}
