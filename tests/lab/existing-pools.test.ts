import { CreateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { existingTarget, makePool, type MadePool } from '../../fixtures/corpus/made-pool';
import { rightPools } from '../../fixtures/corpus/right-pools';
import { wrongPools } from '../../fixtures/corpus/wrong-pools';
import { SimulatedCognito } from '../../support/simulator/cognito/service';
import type { LabResult } from '../../support/lab/result/result';
import { ExistingPool } from '../../support/targets/existing-pool';
import { mockPlace } from '../../support/targets/mock/simulate';
import { simulatedClient } from '../../support/targets/mock/mock-client';
import { idsOf, runOn } from './run';

/** Makes a pool as its owner would, and then looks at it as `--user-pool-id` does. */
const lookAt = async (made: MadePool): Promise<LabResult> =>
  runOn(existingTarget(await makePool(made)), made.agreement);

describe('Pools that exist', () => {
  for (const [what, made] of Object.entries(rightPools))
    it(`passes a right one: ${what}`, async () => {
      const result = await lookAt(made);
      expect(idsOf(result, 'failed')).to.deep.equal([]);
      expect(idsOf(result, 'error')).to.deep.equal([]);
      expect(result.status).to.equal('passed');
      expect(idsOf(result, 'skipped')).to.have.lengthOf(7);
    });

  for (const [fails, pools] of Object.entries(wrongPools))
    for (const [what, made] of Object.entries(pools))
      it(`fails ${fails} and nothing else: ${what}`, async () => {
        const result = await lookAt(made);
        expect(idsOf(result, 'failed')).to.deep.equal([fails]);
        expect([...idsOf(result, 'error'), ...idsOf(result, 'blocked')]).to.deep.equal([]);
        expect(result.status).to.equal('failed');
      });

  it('fails user-created where no user has an email address', async () => {
    const result = await lookAt({ pool: { UsernameAttributes: undefined }, users: 'without email' });
    expect(idsOf(result, 'failed')).to.deep.equal(['sign-in-email-only', 'user-created']);
  });

  it('is read in five calls, and by nothing that writes', async () => {
    const { calls } = await lookAt({});
    expect(calls).to.deep.equal({
      DescribeUserPool: 1,
      ListIdentityProviders: 1,
      ListUserPoolClients: 1,
      DescribeUserPoolClient: 1,
      ListUsers: 1,
    });
  });

  it('refuses a write at the client, whatever asks for it', async () => {
    const client = simulatedClient(new SimulatedCognito(), mockPlace, { readOnly: true });
    const target = new ExistingPool(
      { client, calls: [], place: {} },
      { kind: 'aws', userPoolId: 'us-east-1_AbCdEf123' },
    );
    const write = target.client
      .send(new CreateUserPoolCommand({ PoolName: 'x' }))
      .catch((error: Error) => error.message);
    expect(await write).to.equal('CreateUserPool was not sent: this pool is only read.');
  });
});
