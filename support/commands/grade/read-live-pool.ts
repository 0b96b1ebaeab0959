import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { assumeRole, type Assumed } from '../../aws/assume-role';
import { logCalls, type Call } from '../../aws/middleware/call-log';
import { checkAnswers } from '../../aws/middleware/check-answer';
import { bounds, patience, placeOf } from '../../aws/client';
import { CouldNotLook } from '../../common/could-not-look';
import { explain } from '../../aws/explain';
import { maskAccount } from '../../common/text/mask';
import { limitCalls, type RateLimiter } from '../../aws/middleware/rate-limit';
import { PoolReader } from '../../aws/pool/pool-reader';
import { Problem } from '../../common/problem';
import { digestOf } from '../../common/json/digest';
import { collectAnswers } from '../../targets/submission/collect-answers';
import { SnapshotAnswers } from '../../targets/submission/snapshot-file';
import { Submission } from '../../targets/submission/submission';
import { ExistingPool } from '../../targets/existing-pool';
import type { Place } from '../../targets/target';
import type { Source } from './inputs/entry';
import { lookAtNothing, type Look } from './evidence';
import type { TimeLimit } from './time-limit';

export interface LiveOptions {
  limiter: RateLimiter;
  /** The app client that the lab asks for. */
  clientName: string;
  limit: TimeLimit;
}

type PoolSource = Extract<Source, { kind: 'pool' }>;

/** A class is many calls at once: a throttled one may wait for its turn a little longer than a single check would. */
const attempts = 10;

/** Reads a learner's own pool, with the learner's role where the roster names one. Nothing is written to it. */
export async function lookAtPool(source: PoolSource, options: LiveOptions): Promise<Look> {
  const region = source.region ?? regionOf(source.userPoolId);
  const target = { kind: 'aws', userPoolId: source.userPoolId, ...(region && { region }) } as const;
  try {
    return await look(source, options, region);
  } catch (error) {
    const why = options.limit.signal.aborted
      ? slow
      : error instanceof Problem
        ? error
        : explain(error, { operation: 'the read' });
    return lookAtNothing(why, 'verified', { target });
  } finally {
    options.limit.end();
  }
}

const slow = {
  message: 'Reading the user pool took longer than the time limit.',
  remedy: 'Run "grade" again with --resume, and with a longer --time-limit if the pool is only slow.',
};

async function look(source: PoolSource, { limiter, clientName, limit }: LiveOptions, named?: string): Promise<Look> {
  const { userPoolId, roleArn, externalId, accountId } = source;
  const region = named ?? (await new CognitoIdentityProviderClient({}).config.region());
  const assumed = roleArn ? await assumeRole({ roleArn, externalId, region }, 'grade', limit.signal) : undefined;
  if (assumed) checkAccount('STS reports', assumed.account, accountId ?? roleArn?.split(':')[4]);
  const { client, calls, place } = await connect(region, assumed, limiter, limit);
  try {
    // From here on the client refuses whatever does not read.
    new ExistingPool(client, { kind: 'aws', userPoolId, ...place }, place);
    const reader = new PoolReader(client, userPoolId, place);
    const collected = await collectAnswers(reader, clientName);
    if (limit.signal.aborted) throw new CouldNotLook(slow.message, slow.remedy, true);
    const { Id } = collected.answers.DescribeUserPool?.UserPool ?? {};
    if (Id !== undefined && Id !== userPoolId)
      throw new CouldNotLook(
        `The roster names the user pool ${userPoolId}, but what answers says that it is ${Id}.`,
        'Compare the id with the one that the console shows, and check the endpoint.',
        true,
      );
    const owner = (await reader.arn())?.split(':')[4];
    if (owner !== undefined) checkAccount('The ARN of the pool says', owner, assumed?.account ?? accountId);
    const known = assumed?.account ?? owner;
    const account = known && maskAccount(known);
    const at = { region, ...(account && { account }) };
    return {
      submission: new Submission(new SnapshotAnswers(collected, '')),
      evidence: 'verified',
      target: { kind: 'aws', userPoolId, ...place, ...(account && { account }) },
      digest: digestOf({ ...collected.answers, failures: collected.failures }),
      calls: [...(assumed?.calls ?? []), ...calls].map(({ operation, requestId }) => ({
        operation,
        ...(requestId && { requestId }),
        ...at,
      })),
    };
  } finally {
    client.destroy();
  }
}

/** A client of our own for each pool: the credentials are one learner's, and so is the time limit. */
async function connect(
  region: string,
  assumed: Assumed | undefined,
  limiter: RateLimiter,
  limit: TimeLimit,
): Promise<{ client: CognitoIdentityProviderClient; calls: Call[]; place: Place }> {
  const client = new CognitoIdentityProviderClient({
    region,
    ...patience({ ...bounds, attempts }),
    ...(assumed && { credentials: assumed.credentials }),
  });
  const { loopback: _, ...place } = await placeOf(client, region);
  limitCalls(
    client,
    limiter,
    { account: assumed?.account ?? 'own', region },
    { signal: limit.signal, waiting: limit.pause },
  );
  const send = client.send.bind(client) as (command: object, options: object) => Promise<object>;
  (client as unknown as { send: (command: object) => Promise<object> }).send = (command) =>
    send(command, { abortSignal: limit.signal });
  checkAnswers(client);
  return { client, calls: logCalls(client), place };
}

function checkAccount(who: string, account: string, expected: string | undefined): void {
  if (expected === undefined || account === expected) return;
  throw new CouldNotLook(
    `${who} the account ${maskAccount(account)}, but the roster names ${maskAccount(expected)}.`,
    'Ask whose account this is before you grade it.',
    true,
  );
}

/** The region that an id begins with; an emulator's need not. */
const regionOf = (userPoolId: string): string | undefined => /^([a-z]{2}(?:-[a-z]+)+-\d+)_/.exec(userPoolId)?.[1];
