import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { readLab } from '../../lab/lab-folder';
import { addLayers, intercept } from '../../aws/middleware/layer';
import type { CouldNotLook } from '../../common/could-not-look';
import { SimulatedCognito } from '../../simulator/cognito/service';
import { planOf } from '../../lab/solution/choices';
import type { Problem } from '../../common/problem';
import { newRun } from './run-tags';
import { simulatedClient } from '../mock/mock-client';
import { OwnedPool } from './owned-pool';

const mine = { region: 'us-east-1', accountId: '123456789012' };

/** A timeout as the SDK throws it. */
const lost = (): Error => Object.assign(new Error('Socket timed out'), { name: 'TimeoutError' });
const refused = (name: string, status = 400): Error =>
  Object.assign(new Error('no'), { name, $metadata: { httpStatusCode: status } });

describe('A pool of the harness’s own', () => {
  let cognito: SimulatedCognito;
  let client: CognitoIdentityProviderClient;
  let asked: string[];
  const run = newRun();
  const pools = (): string[] => [...cognito.store.pools.keys()];
  const open = (): OwnedPool =>
    new OwnedPool(
      { client, calls: [], place: mine },
      planOf(readLab().solution),
      { kind: 'aws', region: 'us-east-1' },
      {
        run,
        searchDelays: [0, 0],
        backoff: [1, 1],
      },
    );

  beforeEach(() => {
    cognito = new SimulatedCognito();
    client = simulatedClient(cognito, mine);
    asked = [];
  });

  /** What comes of a call instead of its answer, each time that the operation is called. */
  function instead(operation: string, fail: (send: () => Promise<object>, time: number) => Promise<object>): void {
    let time = 0;
    const failure = intercept(`cognitoLab${operation}`, async (called, _, send) => {
      asked.push(called);
      return called === operation ? fail(send, ++time) : send();
    });
    addLayers(client, [failure]);
  }

  it('is taken up where it was created and the answer was lost, and is one pool', async () => {
    instead('CreateUserPool', async (send) => {
      await send();
      throw lost();
    });
    const target = open();
    const { userPoolId } = await target.complete();
    expect(pools()).to.deep.equal([userPoolId]);
    expect(asked.filter((operation) => operation === 'CreateUserPool')).to.have.length(1);
    await target.close();
    expect(pools()).to.deep.equal([]);
  });

  it('is not taken for another pool of the name', async () => {
    const { pool } = planOf(readLab().solution);
    const input = { ...pool, UserPoolTags: { 'cognito-lab:run-id': run.runId } };
    await cognito.call('CreateUserPool', input, { ...mine, requestId: 'r' });
    instead('CreateUserPool', () => Promise.reject(lost()));
    const target = open();
    const error = await target.complete().catch((thrown: CouldNotLook) => thrown);
    expect(error).to.be.an('error').with.property('remedy').that.includes(`--run-id ${run.runId} --apply`);
    await target.close();
    expect(pools()).to.have.length(1);
  });

  it('is removed where it appears only later', async () => {
    let land: () => Promise<unknown> = () => Promise.reject(new Error('It was never asked for.'));
    instead('CreateUserPool', (send) => {
      land = send;
      return Promise.reject(lost());
    });
    const target = open();
    await target.complete().catch(() => undefined);
    expect(target.left()).to.include('A user pool may be left');
    await land();
    expect(pools()).to.have.length(1);
    await target.close();
    expect(pools()).to.deep.equal([]);
    expect(target.left()).to.equal(undefined);
  });

  it('was never made where the call was refused, and nothing is looked for', async () => {
    instead('CreateUserPool', () => Promise.reject(refused('AccessDeniedException')));
    const target = open();
    await target.complete().catch(() => undefined);
    expect(target.left()).to.equal(undefined);
    await target.close();
    expect(asked).to.deep.equal(['CreateUserPool']);
  });

  it('is removed although it has got a domain and a deletion protection', async () => {
    const target = open();
    const { userPoolId: UserPoolId } = await target.complete();
    const call = (operation: string, input: object) => cognito.call(operation, input, { ...mine, requestId: 'r' });
    await call('CreateUserPoolDomain', { UserPoolId, Domain: 'keke-lab' });
    const { UserPool } = (await call('DescribeUserPool', { UserPoolId })) as { UserPool: { UserPoolTags: object } };
    await call('UpdateUserPool', { UserPoolId, DeletionProtection: 'ACTIVE', UserPoolTags: UserPool.UserPoolTags });
    await target.close();
    expect(pools()).to.deep.equal([]);
  });

  it('keeps its tags where its protection went and it could not be removed', async () => {
    const target = open();
    const { userPoolId: UserPoolId } = await target.complete();
    const pool = cognito.store.pools.get(UserPoolId ?? '');
    if (!pool) throw new Error('There is no pool.');
    pool.settings = { ...pool.settings, DeletionProtection: 'ACTIVE' };
    instead('DeleteUserPool', (send, time) => (time === 1 ? send() : Promise.reject(refused('AccessDeniedException'))));
    const error = await target.close().catch((thrown: Problem) => thrown);
    expect(error).to.have.property('message').that.includes('could not be removed: No permission');
    expect(error).to.have.property('remedy').that.includes(`sweep --region us-east-1 --run-id ${run.runId} --apply`);
    expect(pool.tags['cognito-lab:run-id']).to.equal(run.runId);
  });

  it('is removed with patience where that is throttled', async () => {
    const target = open();
    await target.complete();
    instead('DeleteUserPool', (send, time) =>
      time < 3 ? Promise.reject(refused('TooManyRequestsException')) : send(),
    );
    await target.close();
    expect(pools()).to.deep.equal([]);
  });

  it('is said to need removing by hand where the endpoint keeps no tags', async () => {
    instead('CreateUserPool', async (send) => {
      const { UserPool } = (await send()) as { UserPool: { Id: string } };
      return { UserPool: { Id: UserPool.Id } };
    });
    const target = open();
    const { userPoolId } = await target.complete();
    expect(target.left())
      .to.include(`aws cognito-idp delete-user-pool --region us-east-1 --user-pool-id ${userPoolId}`)
      .and.not.to.include('sweep');
  });
});
