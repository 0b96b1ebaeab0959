import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CognitoIdentityProviderClient, CreateUserPoolDomainCommand } from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { existingTarget, makePool } from '../../fixtures/corpus/made-pool';
import { wrongChoices } from '../../fixtures/corpus/wrong-choices';
import { wrongPools } from '../../fixtures/corpus/wrong-pools';
import { readLab } from '../../support/lab/lab-folder';
import type { Call } from '../../support/aws/middleware/call-log';
import { addLayers, intercept } from '../../support/aws/middleware/layer';
import { planOf } from '../../support/lab/solution/choices';
import { removePoolById } from '../../support/targets/owned/remove-pool';
import { simulate } from '../../support/targets/mock/simulate';
import { runOn, solutionWith } from '../lab/run';

const folder = join(__dirname, '../../fixtures/iam');
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
}

const actionsIn = (statements: Statement[]): string[] => statements.flatMap(({ Action }) => Action).sort();
const policy = (name: string): Statement[] => (readJson(name) as { Statement: Statement[] }).Statement;

const sdk = new CognitoIdentityProviderClient({ region: 'us-east-1' });

/** Whether the SDK signs a call: what it does not sign, no policy has a say in. */
const isSigned = async (operation: string): Promise<boolean> => {
  const context = { operation, region: 'us-east-1' } as never;
  const [scheme] = sdk.config.httpAuthSchemeProvider(context);
  return scheme?.schemeId !== 'smithy.api#noAuth';
};

const actionsFor = async (calls: readonly Call[]): Promise<string[]> => {
  const operations = [...new Set(calls.map(({ operation }) => operation))];
  const signed = await Promise.all(operations.map(isSigned));
  return operations
    .filter((_, at) => signed[at])
    .map((operation) => `cognito-idp:${operation}`)
    .sort();
};

const template = readJson('learner-role.cloudformation.json') as {
  Parameters: Record<string, { AllowedPattern: string; Default?: string }>;
  Resources: {
    ReaderRole: {
      Type: string;
      Properties: {
        RoleName: string;
        AssumeRolePolicyDocument: { Statement: { Principal: object; Action: string; Condition: object }[] };
        Policies: { PolicyDocument: { Statement: Statement[] } }[];
      };
    };
  };
};

describe('fixtures/iam', () => {
  it('read-policy.json allows what looking at a pool calls, whatever is found there, and nothing else', async () => {
    const called: Call[] = [];
    for (const made of [{}, ...Object.values(wrongPools).flatMap((pools) => Object.values(pools).slice(0, 2))]) {
      const target = existingTarget(await makePool(made));
      await runOn(target);
      called.push(...target.calls);
    }
    expect(actionsIn(policy('read-policy.json'))).to.deep.equal(await actionsFor(called));
  });

  it('provision-policy.json allows what playing the lab and removing it again calls, and nothing else', async () => {
    const called = (
      await Promise.all([
        playing(),
        ...wrongChoices.map(({ task, choices }) => playing(solutionWith(task, choices))),
        losingTheAnswer(),
        removingWhatIsProtected(),
      ])
    ).flat();
    // CreateUserPool with tags wants the permission to tag too, without a call of its own (reported by users of AWS).
    const implied = ['cognito-idp:TagResource'];
    expect(actionsIn(policy('provision-policy.json'))).to.deep.equal(
      [...(await actionsFor(called)), ...implied].sort(),
    );
  });

  it('does not have to allow what the SDK does not sign', async () => {
    for (const operation of ['SignUp', 'InitiateAuth']) expect(await isSigned(operation), operation).to.be.false;
    expect(await isSigned('DescribeUserPool')).to.be.true;
  });

  for (const name of ['read-policy.json', 'provision-policy.json'])
    it(`${name} says each action once, by its whole name, and is for user pools`, () => {
      const actions = actionsIn(policy(name));
      expect(new Set(actions)).to.have.lengthOf(actions.length);
      for (const action of actions) expect(action).to.match(/^cognito-idp:[A-Za-z]+$/);
      const broad = policy(name).filter(({ Resource }) => Resource !== 'arn:aws:cognito-idp:*:*:userpool/*');
      // Neither has a pool that could be named.
      expect(actionsIn(broad)).to.deep.equal(
        name === 'read-policy.json'
          ? []
          : ['cognito-idp:CreateUserPool', 'cognito-idp:ListUserPools', 'cognito-idp:TagResource'],
      );
      for (const { Effect } of policy(name)) expect(Effect).to.equal('Allow');
    });

  describe("the learner's role", () => {
    const { Type, Properties } = template.Resources.ReaderRole;

    it('allows what read-policy.json allows, of one pool in its own account', () => {
      expect(Type).to.equal('AWS::IAM::Role');
      const statements = Properties.Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
      expect(actionsIn(statements)).to.deep.equal(actionsIn(policy('read-policy.json')));
      for (const { Resource } of statements)
        expect(Resource).to.deep.equal({
          'Fn::Sub': 'arn:${AWS::Partition}:cognito-idp:${AWS::Region}:${AWS::AccountId}:userpool/${UserPoolId}',
        });
    });

    it('is assumed by one account alone, and only with the external id', () => {
      expect(Properties.AssumeRolePolicyDocument.Statement).to.deep.equal([
        {
          Effect: 'Allow',
          Principal: { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${InstructorAccountId}:root' } },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': { Ref: 'ExternalId' } } },
        },
      ]);
      expect(template.Parameters).to.have.all.keys('InstructorAccountId', 'ExternalId', 'UserPoolId');
      for (const { Default } of Object.values(template.Parameters)) expect(Default).to.be.undefined;
    });

    it('is the role that assume-policy.json lets the instructor assume', () => {
      expect(policy('assume-policy.json')).to.have.lengthOf(1);
      expect(policy('assume-policy.json')[0]).to.deep.include({
        Effect: 'Allow',
        Action: ['sts:AssumeRole'],
        Resource: `arn:aws:iam::*:role/${Properties.RoleName}`,
      });
    });
  });
});

/** The calls of a check that plays the learner, from the first to the removal of the pool. */
async function playing(solution = readLab().solution): Promise<readonly Call[]> {
  const target = simulate(planOf(solution));
  await runOn(target);
  return target.calls;
}

/** The same where the answer of CreateUserPool does not arrive. */
async function losingTheAnswer(): Promise<readonly Call[]> {
  const target = simulate(planOf(readLab().solution), {}, { searchDelays: [0] });
  const lost = intercept('cognitoLabLost', async (operation, _, send) => {
    const answer = await send();
    if (operation === 'CreateUserPool') throw Object.assign(new Error('lost'), { name: 'TimeoutError' });
    return answer;
  });
  addLayers(target.client, [lost]);
  await runOn(target);
  return target.calls;
}

/** The removal of a pool that somebody gave a domain and protected. */
async function removingWhatIsProtected(): Promise<Call[]> {
  const { owner, userPoolId: UserPoolId } = await makePool({ pool: { DeletionProtection: 'ACTIVE' } });
  await owner.send(new CreateUserPoolDomainCommand({ UserPoolId, Domain: 'keke-lab-domain' }));
  const calls: Call[] = [];
  const listen = intercept('cognitoLabListen', (operation, _, send) => {
    calls.push({ operation });
    return send();
  });
  addLayers(owner, [listen]);
  await removePoolById(owner, UserPoolId);
  return calls;
}
