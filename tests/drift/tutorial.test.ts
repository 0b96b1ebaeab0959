import { expect } from 'chai';
import { ListUserPoolsCommand } from '@aws-sdk/client-cognito-identity-provider';
import policy from '../../fixtures/iam/provision-policy.json';
import { readLab } from '../../support/lab/lab-folder';
import { addLayers, intercept } from '../../support/aws/middleware/layer';
import { SimulatedCognito } from '../../support/simulator/cognito/service';
import { withoutDefaults, readDefaults } from '../../support/commands/drift/recorded-defaults';
import type { PoolDrift } from '../../support/commands/drift/drift-result';
import { checkTutorial } from '../../support/commands/drift/check-tutorial';
import { planOf } from '../../support/lab/solution/choices';
import { mockPlace } from '../../support/targets/mock/simulate';
import { simulatedClient } from '../../support/targets/mock/mock-client';
import { OwnedPool } from '../../support/targets/owned/owned-pool';
import { LabSession } from '../../support/runner/session/lab-session';

type Members = Record<string, unknown>;

/** The tutorial on a service whose answers are changed on the way, as if AWS had changed them. */
async function onServiceThat(
  answers: Record<string, (answer: Members) => void> = {},
  called = new Set<string>(),
): Promise<PoolDrift> {
  const service = new SimulatedCognito();
  const client = simulatedClient(service, mockPlace);
  const changed = intercept('cognitoLabChanged', async (operation, _, send) => {
    called.add(operation);
    const answer = await send();
    answers[operation]?.(answer as Members);
    return answer;
  });
  addLayers(client, [changed]);
  const plan = planOf(withoutDefaults(readLab().solution));
  const target = new OwnedPool({ client, calls: [], place: { region: 'us-east-1' } }, plan, {
    kind: 'mock',
    region: 'us-east-1',
  });
  const session = new LabSession(target);
  try {
    return await checkTutorial(session, {
      lab: readLab(),
      plan,
      defaults: readDefaults(),
      now: '2026-11-23T06:00:00.000Z',
    });
  } finally {
    await session.close();
    const { UserPools } = await simulatedClient(service, mockPlace).send(new ListUserPoolsCommand({ MaxResults: 60 }));
    expect(UserPools, 'the pool was removed').to.deep.equal([]);
  }
}

const allowed = policy.Statement.flatMap(({ Action }) => Action).map((action) => action.replace('cognito-idp:', ''));

const pool = (change: (pool: Members) => void) => ({
  DescribeUserPool: ({ UserPool }: Members) => change(UserPool as Members),
});

const told = ({ differences }: PoolDrift): string[] => differences.map(({ kind, path }) => `${kind} ${path}`);

describe('The tutorial, made afresh', () => {
  it('is as it is on record', async () => {
    const found = await onServiceThat();
    expect(told(found)).to.deep.equal([]);
    expect(found.status).to.equal('same');
    expect(Object.values(found.checks)).to.include('passed').and.not.include('skipped');
  });

  it('needs the permissions of provision-policy.json, and to read the second factors', async () => {
    const called = new Set<string>();
    await onServiceThat({}, called);
    // Anybody may sign up and sign in.
    for (const operation of ['SignUp', 'InitiateAuth']) called.delete(operation);
    expect([...called].filter((operation) => !allowed.includes(operation))).to.deep.equal(['GetUserPoolMfaConfig']);
  });

  it('leaves to AWS what the lab leaves to AWS', () => {
    const { pool: chosen } = planOf(withoutDefaults(readLab().solution));
    expect(chosen).not.to.have.any.keys('Policies', 'EmailConfiguration', 'AdminCreateUserConfig', 'MfaConfiguration');
    expect(chosen).to.deep.include({ UsernameAttributes: ['email'], AutoVerifiedAttributes: ['email'] });
  });

  it('tells a default that is another, and which check the learner would now fail', async () => {
    const found = await onServiceThat(
      pool(({ Policies }) => {
        (Policies as { PasswordPolicy: Members }).PasswordPolicy.MinimumLength = 12;
      }),
    );
    expect(told(found)).to.deep.equal(['changed UserPool.Policies.PasswordPolicy.MinimumLength']);
    expect(found.differences[0]).to.deep.include({
      expected: 8,
      actual: 12,
      against: 'defaults',
      breaks: ['password-policy-default'],
    });
    expect(found.status).to.equal('drift');
  });

  it('tells a field that AWS added, and one that it no longer answers', async () => {
    const found = await onServiceThat(
      pool((members) => {
        members.PasskeyPolicy = { Sync: 'ON' };
        delete members.LambdaConfig;
      }),
    );
    expect(told(found)).to.have.members(['removed UserPool.LambdaConfig', 'added UserPool.PasskeyPolicy.Sync']);
  });

  it('tells a list in another order, but for the one that AWS never keeps in order', async () => {
    const found = await onServiceThat(
      pool(({ AccountRecoverySetting, SchemaAttributes }) => {
        (AccountRecoverySetting as { RecoveryMechanisms: unknown[] }).RecoveryMechanisms.reverse();
        (SchemaAttributes as unknown[]).reverse();
      }),
    );
    expect(told(found)).to.deep.equal(['changed UserPool.AccountRecoverySetting.RecoveryMechanisms']);
    expect(found.differences[0]?.note).to.equal('The same, in another order.');
  });

  it('tells a default of the app client', async () => {
    const found = await onServiceThat({
      DescribeUserPoolClient: ({ UserPoolClient }) => {
        (UserPoolClient as Members).ExplicitAuthFlows = ['ALLOW_USER_AUTH'];
      },
    });
    expect(told(found)).to.deep.equal(['added UserPoolClients[kekeclient].ExplicitAuthFlows']);
  });
});
