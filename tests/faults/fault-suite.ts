import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import type { LabResult } from '../../support/lab/result/result';
import { sweep } from '../../support/commands/sweep/sweep';
import { SdkEnvironment } from './environment';
import { FaultProxy } from './fault-proxy';
import type { Fault } from './faults';
import { Others } from './others';
import { play, wordsOf, wrongVerdicts } from './played';
import { Table, type Cell } from './table';

const region = 'us-east-1';

/** A service by itself, so that runs go on side by side: most of their time is waiting. */
export interface Lane {
  proxy: FaultProxy;
  others: Others;
}

export interface FaultSuite {
  lanes: Lane[];
  sdk: SdkEnvironment;
  /** The operations of a run that nothing goes wrong with. */
  calls: string[];
  untroubled: LabResult;
  table: Table;
  stop: () => Promise<void>;
}

/** A proxy before each service, pools of others in it, and a run that nothing goes wrong with. */
export async function prepare(title: string, services: readonly string[]): Promise<FaultSuite> {
  const sdk = new SdkEnvironment(services[0] ?? '');
  const clients = services.map((endpoint) => new CognitoIdentityProviderClient({ region, endpoint }));
  const lanes = await Promise.all(
    clients.map(async (client, number): Promise<Lane> => {
      const others = new Others(client);
      await others.make();
      return { proxy: await FaultProxy.start(services[number] ?? ''), others };
    }),
  );
  const [first] = lanes;
  if (!first) throw new Error('There is no service.');
  await first.proxy.begin();
  const { result: untroubled, left } = await play(sdk, first.proxy.url);
  expect(left).to.equal(undefined);
  expect(await first.others.wrong()).to.deep.equal([]);
  const calls = [...first.proxy.operations];
  expect(calls[0]).to.equal('CreateUserPool');
  expect(calls.at(-1)).to.equal('DeleteUserPool');
  const stop = async (): Promise<void> => {
    sdk.giveBack();
    for (const client of clients) client.destroy();
    await Promise.all(lanes.map(({ proxy }) => proxy.close()));
  };
  return { lanes, sdk, calls, untroubled, table: new Table(title, () => calls), stop };
}

/** Fails one call of a run in one way. @returns what is wrong with what came of it */
export async function spoil(
  { sdk, calls, untroubled, table }: FaultSuite,
  { proxy, others }: Lane,
  { name, patience, attempts, ...spoilt }: Fault,
  call: number,
): Promise<string[]> {
  await proxy.begin({ ...spoilt, at: call });
  const played = await play(sdk, proxy.url, { attempt: patience, attempts });
  const made = proxy.poolsMade;
  await proxy.heal();
  const before = await others.wrong();
  const wrong: string[] = wrongVerdicts(played.result, untroubled);
  if (made > 1) wrong.push(`${made} pools were made`);

  const isError = played.result.status === 'error' || played.left !== undefined;
  if (!isError && played.result.status !== untroubled.status) wrong.push(`came to ${played.result.status}`);
  if (before.length) {
    if (!isError) wrong.push(`left ${before.join()} without a word`);
    wrong.push(...(await sdk.at(proxy.url, () => sweepAsTold(wordsOf(played), others))));
  }
  table.set(name, call, wrong.length ? 'X' : cellOf(isError, before.length > 0));
  return wrong.map((what) => `call ${call + 1}, ${calls[call]}: ${what}`);
}

const cellOf = (isError: boolean, isLeft: boolean): Cell => (isError ? (isLeft ? 's' : 'e') : 'p');

/** Sweeps with the very line that the run printed. @returns what is wrong after it */
async function sweepAsTold(words: string, others: Others): Promise<string[]> {
  const [, where, runId] = /cognito-lab\.js sweep --region (\S+) --run-id (\S+) --apply/.exec(words) ?? [];
  if (where === undefined) return ['left a pool, and did not say how to sweep it up'];
  const { status } = await sweep([where], { runId, apply: true });
  return [...(status === 'clean' ? [] : [`the sweep came to ${status}`]), ...(await others.wrong())];
}

/** What a sweep of everything that is of ours does after a run that could not say a word. */
export async function sweepAll(others: Others): Promise<string[]> {
  const { status } = await sweep([region], { olderThan: 0, apply: true });
  return [...(status === 'clean' ? [] : [`the sweep came to ${status}`]), ...(await others.wrong())];
}
