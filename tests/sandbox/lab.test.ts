import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { readLab } from '../../support/lab/lab-folder';
import { logCalls, type Call } from '../../support/aws/middleware/call-log';
import { addLayers } from '../../support/aws/middleware/layer';
import { planOf } from '../../support/lab/solution/choices';
import { upToTask, type Solution } from '../../support/lab/solution/solution';
import type { LabResult } from '../../support/lab/result/result';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { OwnedPool } from '../../support/targets/owned/owned-pool';
import { runLearner, runOn, solutionWith } from '../lab/run';

/** All that a result says of the checks; what differs from one pool to the next is left out. */
const checksOf = ({ tasks, score, calls }: LabResult): unknown =>
  JSON.parse(
    JSON.stringify({ tasks, score, calls }).replaceAll(/us-east-1_[0-9A-Za-z]{9}/g, 'us-east-1_POOL'),
  ) as unknown;

describe('The lab, on the mock and through the sandbox over HTTP', () => {
  let sandbox: RunningServer;
  before(async () => {
    sandbox = await startServer();
  });
  after(() => sandbox.close());

  const learners: [string, Solution][] = [
    ['who does what the lab says', readLab().solution],
    ['who has done nothing', { tasks: [] }],
    ['who stopped after Task 3', upToTask(readLab().solution, 3)],
    [
      'who chose another sign-in option',
      solutionWith(3, { 'Cognito user pool sign-in options': ['User name', 'Email'] }),
    ],
    ['who chose a second factor', solutionWith(4, { 'MFA enforcement': 'Optional MFA' })],
    ['who chose other required attributes', solutionWith(5, { 'Required attributes': ['Name', 'Nickname'] })],
    ['who lets nobody sign up', solutionWith(5, { 'Allow users to sign themselves up': false })],
  ];
  for (const [who, solution] of learners)
    it(`comes to the same, check for check and call for call: a learner ${who}`, async () => {
      const client = new CognitoIdentityProviderClient({
        region: 'us-east-1',
        endpoint: sandbox.url,
        credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
      });
      const calls: Call[] = [];
      addLayers(client, [logCalls(calls)]);
      const overHttp = await runOn(new OwnedPool({ client, calls, place: {} }, planOf(solution), { kind: 'aws' }));
      expect(checksOf(overHttp)).to.deep.equal(checksOf(await runLearner(solution)));
      client.destroy();
    });

  it('leaves nothing behind', () => {
    expect(sandbox.cognito.store.pools.size).to.equal(0);
  });
});
