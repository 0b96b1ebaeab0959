import { randomUUID } from 'node:crypto';
import { commandLine } from '../../common/command-line';
import { mostUsers } from '../../aws/middleware/provision-limits';
import { version } from '../../common/version';

/** One run that creates something: everything that it creates carries its tags from the create call on. */
export interface OwnRun {
  /** A UUID. */
  runId: string;
  /** The program and its version, such as `cognito-lab/1.0.0`. */
  tool: string;
  created: Date;
  /** When the run is over for certain: what it made and did not remove is then left over. */
  expires: Date;
}

/** Well over the time that a run takes, in milliseconds: an hour. */
const lifetime = 60 * 60 * 1000;

export const newRun = (now = new Date()): OwnRun => ({
  runId: randomUUID(),
  tool: `cognito-lab/${version}`,
  created: now,
  expires: new Date(now.getTime() + lifetime),
});

const prefix = 'cognito-lab:';

/** The tags of a run, in AWS's form. */
export const tagsOf = ({ runId, tool, created, expires }: OwnRun): Record<string, string> => ({
  [`${prefix}run-id`]: runId,
  [`${prefix}tool`]: tool,
  [`${prefix}created`]: created.toISOString(),
  [`${prefix}expires`]: expires.toISOString(),
});

/** How far the clocks of AWS and of whoever made a pool may be apart, in milliseconds. */
const skew = 5 * 60 * 1000;

/**
 * Why a pool is not taken for one that a run made, although it carries the run's tags: whoever may tag a pool can make
 * its tags say anything. When AWS says that it was created, and how many users it has, nobody can set.
 *
 * @returns undefined where nothing speaks against it
 */
export function whyNotOurs(
  { CreationDate, EstimatedNumberOfUsers = 0 }: { CreationDate?: Date; EstimatedNumberOfUsers?: number },
  { created, expires }: OwnRun,
): string | undefined {
  if (!CreationDate) return 'AWS does not say when it was created.';
  const made = CreationDate.getTime();
  if (made < created.getTime() - skew || made > Math.min(expires.getTime(), created.getTime() + lifetime) + skew)
    return `It was created at ${CreationDate.toISOString()}, and its tags say ${created.toISOString()}.`;
  if (EstimatedNumberOfUsers > mostUsers)
    return `It has about ${EstimatedNumberOfUsers} users; a run makes at most ${mostUsers}.`;
  return undefined;
}

/** The run that tags are of; undefined where they are not exactly what {@link tagsOf} makes, with others beside them or not. */
export function runOf(tags: Record<string, string> = {}): OwnRun | undefined {
  const read = (name: string): string => tags[prefix + name] ?? '';
  const [runId, tool] = [read('run-id'), read('tool')];
  const [created, expires] = [date(read('created')), date(read('expires'))];
  if (!isRunId(runId) || !/^cognito-lab\/\S+$/.test(tool) || !created || !expires) return undefined;
  return { runId, tool, created, expires };
}

export const isRunId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const date = (text: string): Date | undefined =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text)) ? new Date(text) : undefined;

/** The line that removes what a run left. */
export const sweepLine = (region: string, { runId }: Pick<OwnRun, 'runId'>): string =>
  commandLine('sweep', '--region', region, '--run-id', runId, '--apply');
