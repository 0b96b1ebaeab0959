import type { Needs } from '../../lab/phrases/needs';
import { attachPool } from '../../aws/attach-pool';
import { bounds } from '../../aws/client';
import type { RateLimiter } from '../../aws/middleware/rate-limit';
import { accountOfArn, regionOfPoolId } from '../../common/aws-names';
import { CouldNotLook } from '../../common/could-not-look';
import { explain } from '../../aws/explain';
import { maskAccount } from '../../common/text/mask';
import { PoolReader } from '../../aws/pool/pool-reader';
import { Problem } from '../../common/problem';
import { digestOf } from '../../common/json/digest';
import { collectAnswers } from '../../targets/submission/collect-answers';
import type { Source } from './inputs/entry';
import type { LivePool } from './evidence';
import type { LearnerTimeout } from './learner-timeout';

export interface LiveOptions {
  limiter: RateLimiter;
  /** The app clients that the lab asks for. */
  clientNames: readonly string[];
  /** What its checks read. */
  needs: Needs;
  limit: LearnerTimeout;
}

type PoolSource = Extract<Source, { kind: 'pool' }>;

/** A class makes many calls at once, so a throttled one may wait longer than in a single check. */
const attempts = 10;

/** Reads a learner's own pool, with the learner's role where the roster names one. Nothing is written to it. */
export async function readLivePool(source: PoolSource, options: LiveOptions): Promise<LivePool> {
  const region = source.region ?? regionOfPoolId(source.userPoolId);
  const target = { kind: 'aws', userPoolId: source.userPoolId, ...(region && { region }) } as const;
  try {
    return await read(source, options);
  } catch (error) {
    const why = options.limit.signal.aborted
      ? slow
      : error instanceof Problem
        ? error
        : explain(error, { operation: 'the read' });
    return { evidence: 'verified', calls: [], target, why: { message: why.message, remedy: why.remedy } };
  } finally {
    options.limit.end();
  }
}

const slow = {
  message: 'Reading the user pool took longer than the time limit.',
  remedy: 'Run "grade" again with --resume, and with a longer --time-limit if the pool is only slow.',
};

async function read(source: PoolSource, { limiter, clientNames, needs, limit }: LiveOptions): Promise<LivePool> {
  const { userPoolId, roleArn, externalId, accountId } = source;
  const { client, place, assumed, calls } = await attachPool(userPoolId, {
    region: source.region,
    role: roleArn === undefined ? undefined : { roleArn, externalId, purpose: 'grade' },
    quota: { limiter, waiting: limit.pause },
    signal: limit.signal,
    bounds: { ...bounds, call: undefined, attempts },
  });
  try {
    if (assumed) checkAccount('STS reports', assumed.account, accountId ?? accountOfArn(roleArn));
    const reader = new PoolReader(client, userPoolId, place);
    const collected = await collectAnswers(reader, clientNames, needs);
    if (limit.signal.aborted) throw new CouldNotLook(slow.message, slow.remedy, true);
    const { Id } = collected.answers.DescribeUserPool?.UserPool ?? {};
    if (Id !== undefined && Id !== userPoolId)
      throw new CouldNotLook(
        `The roster names the user pool ${userPoolId}, but the endpoint answered with ${Id}.`,
        'Compare the id with the one that the console shows, and check the endpoint.',
        true,
      );
    const owner = accountOfArn(await reader.arn());
    if (owner !== undefined) checkAccount('The ARN of the pool says', owner, assumed?.account ?? accountId);
    const known = assumed?.account ?? owner;
    const account = known && maskAccount(known);
    const at = { region: place.region, ...(account && { account }) };
    return {
      answers: collected,
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

function checkAccount(who: string, account: string, expected: string | undefined): void {
  if (expected === undefined || account === expected) return;
  throw new CouldNotLook(
    `${who} the account ${maskAccount(account)}, but the roster names ${maskAccount(expected)}.`,
    'Ask whose account this is before you grade it.',
    true,
  );
}
