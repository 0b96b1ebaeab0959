import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import type { LabResult } from '../../support/result/result';
import { sweep } from '../../support/sweep/sweep';
import { pointSdkAt } from './environment';
import { FaultProxy } from './fault-proxy';
import type { Fault } from './faults';
import { Others } from './others';
import { play, wordsOf, wrongVerdicts } from './played';
import { Table, type Cell } from './table';

const region = 'us-east-1';

export interface FaultSuite {
  proxy: FaultProxy;
  others: Others;
  /** The operations of a run that nothing goes wrong with. */
  calls: string[];
  untroubled: LabResult;
  table: Table;
  stop: () => Promise<void>;
}

/** A proxy before a service, pools of others in it, and a run that nothing goes wrong with. */
export async function prepare(title: string, service: string): Promise<FaultSuite> {
  const proxy = await FaultProxy.start(service);
  const giveBack = pointSdkAt(proxy.url);
  const client = new CognitoIdentityProviderClient({ region, endpoint: service });
  const others = new Others(client);
  await others.make();
  await proxy.begin();
  const { result: untroubled, left } = await play();
  expect(left).to.equal(undefined);
  expect(await others.wrong()).to.deep.equal([]);
  const calls = [...proxy.operations];
  expect(calls[0]).to.equal('CreateUserPool');
  expect(calls.at(-1)).to.equal('DeleteUserPool');
  const stop = async (): Promise<void> => {
    giveBack();
    client.destroy();
    await proxy.close();
  };
  return { proxy, others, calls, untroubled, table: new Table(title, () => calls), stop };
}

/** Fails one call of a run in one way. @returns what is wrong with what came of it */
export async function spoil(
  suite: FaultSuite,
  { name, patience, attempts, ...spoilt }: Fault,
  call: number,
): Promise<string[]> {
  const { proxy, others, untroubled, table } = suite;
  await proxy.begin({ ...spoilt, at: call });
  const played = await play(patience, attempts);
  const made = proxy.poolsMade;
  await proxy.heal();
  const before = await others.wrong();
  const wrong: string[] = wrongVerdicts(played.result, untroubled);
  if (made > 1) wrong.push(`${made} pools were made`);

  const isError = played.result.status === 'error' || played.left !== undefined;
  if (!isError && played.result.status !== untroubled.status) wrong.push(`came to ${played.result.status}`);
  if (before.length) {
    if (!isError) wrong.push(`left ${before.join()} without a word`);
    wrong.push(...(await sweepAsTold(wordsOf(played), others)));
  }
  table.set(name, call, wrong.length ? 'X' : cellOf(isError, before.length > 0));
  return wrong.map((what) => `call ${call + 1}, ${suite.calls[call]}: ${what}`);
}

const cellOf = (isError: boolean, isLeft: boolean): Cell => (isError ? (isLeft ? 's' : 'e') : 'p');

/** Sweeps with the very line that the run printed. @returns what is wrong after it */
async function sweepAsTold(words: string, others: Others): Promise<string[]> {
  const [, where, runId] = /npx cognito-lab sweep --region (\S+) --run-id (\S+) --apply/.exec(words) ?? [];
  if (where === undefined) return ['left a pool, and did not say how to sweep it up'];
  const { status } = await sweep([where], { runId, apply: true });
  return [...(status === 'clean' ? [] : [`the sweep came to ${status}`]), ...(await others.wrong())];
}

/** What a sweep of everything that is of ours does after a run that could not say a word. */
export async function sweepAll(others: Others): Promise<string[]> {
  const { status } = await sweep([region], { olderThan: 0, apply: true });
  return [...(status === 'clean' ? [] : [`the sweep came to ${status}`]), ...(await others.wrong())];
}
