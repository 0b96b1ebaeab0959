import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { addLayers, intercept } from '../../support/aws/middleware/layer';
import { policyOf } from '../../support/aws/permissions';
import { needsOf } from '../../support/lab/phrases/needs';
import { readsOfSetting } from '../../support/lab/phrases/reads';
import type { CheckResult } from '../../support/lab/result/result';
import { settings } from '../../support/lab/settings';
import { planOf } from '../../support/lab/solution/choices';
import { planOperations } from '../../support/lab/solution/plan-operations';
import { runLab } from '../../support/runner/run-lab';
import { LabSession } from '../../support/runner/session/lab-session';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { simulate } from '../../support/targets/mock/simulate';
import { OwnedPool } from '../../support/targets/owned/owned-pool';
import type { Target } from '../../support/targets/target';
import { idOf, labOfExamples, solutionWith } from './lab-of-examples';

const lab = labOfExamples();

async function checksOn(target: Target): Promise<CheckResult[]> {
  try {
    const { tasks } = await runLab(lab, new LabSession(target));
    return tasks.flatMap(({ checks }) => checks);
  } finally {
    await target.close();
  }
}

describe('Every setting, on an endpoint over HTTP', () => {
  let sandbox: RunningServer;
  before(async () => {
    sandbox = await startServer();
  });
  after(() => sandbox.close());

  it('is set and read as on the mock', async () => {
    const client = new CognitoIdentityProviderClient({
      region: 'us-east-1',
      endpoint: sandbox.url,
      credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
    });
    const target = new OwnedPool({ client, calls: [], place: {} }, planOf(solutionWith()), { kind: 'aws' });
    const wrong = (await checksOn(target)).filter(({ status }) => status !== 'passed');
    expect(wrong.map(({ id, reason }) => `${id}: ${reason}`)).to.deep.equal([]);
    expect(sandbox.cognito.store.pools.size).to.equal(0);
    client.destroy();
  });
});

describe('A permission that is missing', () => {
  const operations = [...new Set(settings.flatMap(readsOfSetting))].filter((name) => name !== 'ListUsers');

  for (const operation of operations)
    it(`${operation}: is an error of what is read by it, and of nothing else`, async () => {
      const target = simulate(planOf(solutionWith()));
      let isOver = false;
      const denial = intercept('cognitoLabDenial', async (called, _, send) => {
        if (called !== operation || isOver) return send();
        throw Object.assign(new Error(`not authorized to perform: cognito-idp:${operation}`), {
          name: 'AccessDeniedException',
          $metadata: { httpStatusCode: 400 },
        });
      });
      const complete = target.complete.bind(target);
      let done: ReturnType<typeof complete> | undefined;
      target.complete = () =>
        (done ??= complete().then((completed) => {
          addLayers(target.client, [denial]);
          return completed;
        }));
      const close = target.close.bind(target);
      target.close = () => {
        isOver = true;
        return close();
      };
      const checks = await checksOn(target);
      const readByIt = settings.filter((setting) => readsOfSetting(setting).includes(operation)).map(idOf);
      const errors = checks.filter(({ status }) => status === 'error');
      expect(errors.map(({ id }) => id)).to.have.members(readByIt);
      expect(checks.filter(({ status }) => status === 'failed')).to.deep.equal([]);
      for (const { reason } of errors) expect(reason).to.include(operation);
    });
});

describe('What a lab reads', () => {
  it('is what its checks call, and what its policy allows', async () => {
    const { operations } = needsOf(lab.catalogue);
    const target = simulate(planOf(solutionWith()));
    await target.complete();
    const played = target.calls.length;
    target.complete = () => Promise.resolve({ userPoolId: target.describe().userPoolId });
    await runLab(lab, new LabSession(target));
    const called = [...new Set(target.calls.slice(played).map(({ operation }) => operation))].sort();
    await target.close();
    expect(operations).to.deep.equal(called);
    const { Statement } = policyOf(operations) as { Statement: { Action: string[]; Resource: string }[] };
    expect(Statement.flatMap(({ Action }) => Action).sort()).to.deep.equal(
      called.map((operation) => `cognito-idp:${operation}`),
    );
    expect(Statement.find(({ Resource }) => Resource === '*')?.Action).to.deep.equal([
      'cognito-idp:DescribeUserPoolDomain',
    ]);
  });

  it('is played by the operations of its plan, and removed again', async () => {
    for (const solution of [solutionWith(), { tasks: [{ id: 1, choices: { 'Create user pool': true } }] }]) {
      const plan = planOf(solution);
      const target = simulate(plan);
      await target.complete();
      await target.close();
      const called = [...new Set(target.calls.map(({ operation }) => operation)), 'TagResource'].sort();
      expect(planOperations(plan)).to.deep.equal(called);
    }
  });
});
