import { randomUUID } from 'node:crypto';
import { commandLine } from '../../common/command-line';
import { mostUsers } from '../../aws/middleware/provision-limits';
import { version } from '../../common/version';

/** A run that creates resources. They carry its tags from the create call on. */
export interface OwnRun {
  /** A UUID. */
  runId: string;
  /** The program and its version, such as `cognito-lab/1.0.0`. */
  tool: string;
  created: Date;
  /** The expiry: the run is certainly over then, and its resources are leftovers. */
  expires: Date;
}

/** The lifetime of a run, in milliseconds: an hour, well above its duration. */
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

/** The tolerated clock skew between AWS and the creator of a pool, in milliseconds. */
const skew = 5 * 60 * 1000;

/**
 * Why a pool was not created by a run although it carries the run's tags. Anyone with permission to tag a pool can
 * forge tags; nobody can set its creation date and its number of users.
 *
 * @returns undefined if nothing contradicts the tags
 */
export function tagContradiction(
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

/** Parses the tags of a run; undefined unless they match {@link tagsOf} exactly. Other tags are ignored. */
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

/** The command that removes what a run left behind. */
export const sweepLine = (region: string, { runId }: Pick<OwnRun, 'runId'>): string =>
  commandLine('sweep', '--region', region, '--run-id', runId, '--apply');
