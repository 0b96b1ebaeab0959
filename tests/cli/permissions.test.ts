import { expect } from 'chai';
import { awsEnvironment } from '../support/program';
import { cognitoLab } from './cognito-lab';
import { asRight, reply, startStandIn, type StandIn } from './stand-in';

const deniedAll = ['ListUsers', 'ListUserPoolClients'];

describe('check --user-pool-id without some permissions', () => {
  let endpoint: StandIn;
  before(async () => {
    endpoint = await startStandIn((operation, response) =>
      deniedAll.includes(operation)
        ? reply(response, 400, { __type: 'AccessDeniedException', message: 'User: keke is not authorized' })
        : asRight(operation, response),
    );
  });
  after(() => endpoint.close());

  it('names all that were denied at once, beside the policy to attach, without a call for it', async () => {
    const { code, stdout, stderr } = await cognitoLab(
      ['check', '--user-pool-id', 'us-east-1_AbCdEf123', '--format', 'json'],
      awsEnvironment(endpoint.url),
    );
    expect(code).to.equal(2);
    expect(JSON.parse(stdout)).to.have.property('status', 'error');
    expect(stderr).to.include('fixtures/iam/read-policy.json allows what this needs');
    for (const operation of deniedAll) expect(stderr).to.match(new RegExp(`denied +cognito-idp:${operation}\\n`));
    expect(stderr).to.match(/allowed +cognito-idp:DescribeUserPool\n/);
    expect(stderr).to.match(/not tried +cognito-idp:DescribeUserPoolClient\n/);
    expect(endpoint.asked.sort()).to.deep.equal([
      'DescribeUserPool',
      'ListIdentityProviders',
      'ListUserPoolClients',
      'ListUsers',
    ]);
  });
});
