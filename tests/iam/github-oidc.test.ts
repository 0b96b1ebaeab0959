import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const folder = join(__dirname, '../../fixtures/iam');
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

interface Role {
  Properties: {
    AssumeRolePolicyDocument: { Statement: [{ Action: string; Condition: { StringEquals: Record<string, unknown> } }] };
    Policies: { PolicyDocument: object }[];
  };
}

const { Parameters, Resources } = readJson('github-oidc.cloudformation.json') as {
  Parameters: Record<'Repository' | 'Branch' | 'ProviderArn', { AllowedPattern: string }>;
  Resources: Record<'DriftRole' | 'TutorialRole', Role>;
};

describe('fixtures/iam/github-oidc.cloudformation.json', () => {
  const roles = {
    DriftRole: ['drift-policy.json', 'assume-policy.json'],
    TutorialRole: ['provision-policy.json', 'drift-policy.json'],
  };
  for (const [name, policies] of Object.entries(roles))
    it(`gives ${name} the policies of the files beside it, and no other`, () => {
      const { Policies } = Resources[name as keyof typeof roles].Properties;
      expect(Policies.map(({ PolicyDocument }) => PolicyDocument)).to.deep.equal(policies.map(readJson));
    });

  it('trusts what the trust policy beside it trusts: one branch of one repository', () => {
    const trust = readJson('github-trust-policy.json') as Role['Properties']['AssumeRolePolicyDocument'];
    const written = trust.Statement[0].Condition.StringEquals;
    for (const { Properties } of Object.values(Resources).filter(
      (resource) => 'AssumeRolePolicyDocument' in resource.Properties,
    )) {
      const [statement] = Properties.AssumeRolePolicyDocument.Statement;
      expect(statement.Action).to.equal(trust.Statement[0].Action);
      const filledIn = JSON.stringify(statement.Condition.StringEquals)
        .replace(/\{"Fn::Sub":("[^"]*")\}/, '$1')
        .replace('${Repository}', 'OWNER@OWNER_ID/REPOSITORY@REPOSITORY_ID')
        .replace('${Branch}', 'main');
      expect(JSON.parse(filledIn)).to.deep.equal(written);
    }
  });

  it('takes no pattern for a repository, and only the provider of GitHub', () => {
    const accepts = (name: keyof typeof Parameters, value: string): boolean =>
      new RegExp(`^(?:${Parameters[name].AllowedPattern})$`).test(value);
    for (const right of ['octo-org@123/cognito-lab@456', 'octo-org/cognito-lab'])
      expect(accepts('Repository', right), right).to.be.true;
    for (const wrong of [
      'octo-org@*/cognito-lab@456',
      'octo-org@123/cognito-lab@',
      'octo-org/*',
      '*',
      'octo-org',
      'a/b:ref',
      'a/b/c',
    ])
      expect(accepts('Repository', wrong), wrong).to.be.false;
    expect(accepts('Branch', 'release/1.0')).to.be.true;
    for (const wrong of ['*', '', 'a b']) expect(accepts('Branch', wrong), wrong).to.be.false;
    const arn = 'arn:aws:iam::123456789012:oidc-provider/';
    expect(accepts('ProviderArn', '')).to.be.true;
    expect(accepts('ProviderArn', `${arn}token.actions.githubusercontent.com`)).to.be.true;
    expect(accepts('ProviderArn', `${arn}token.actions.example.com`)).to.be.false;
  });
});
