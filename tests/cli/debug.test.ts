import { expect } from 'chai';
import { awsEnvironment } from '../support/program';
import { cognitoLab, noAws } from './cognito-lab';
import { asRight, reply, startStandIn } from './stand-in';

const poolId = 'us-east-1_AbCdEf123';
const debugLines = (stderr: string): string[] => stderr.split('\n').filter((line) => line.startsWith('debug: '));

describe('--debug', () => {
  it('shows the settings, where each is from, and every call; standard output is as ever', async () => {
    const standIn = await startStandIn((operation, response) => {
      response.setHeader('x-amzn-requestid', 'request-7');
      asRight(operation, response);
    });
    try {
      const args = ['check', '--user-pool-id', poolId, '--format', 'json'];
      const { code, stdout, stderr } = await cognitoLab([...args, '--debug'], awsEnvironment(`${standIn.url}/x?key=1`));
      expect(code, stderr).to.equal(0);
      JSON.parse(stdout);
      const lines = debugLines(stderr);
      expect(lines).to.include('debug: AWS_REGION = "us-east-1", from the environment');
      expect(lines).to.include(
        `debug: AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER = "${standIn.url}", from the environment`,
      );
      expect(lines).to.include('debug: AWS_SECRET_ACCESS_KEY = "(set)", from the environment');
      expect(lines).to.include(`debug: userPoolId = "${poolId}", from an option`);
      expect(lines).to.include('debug: credentials = "a key that ends in dbox", from AWS_ACCESS_KEY_ID');
      for (const operation of ['DescribeUserPool', 'ListUsers'])
        expect(stderr).to.match(
          new RegExp(
            `debug: CognitoIdentityProvider ${operation}: answered, HTTP 200, \\d+ ms, 1 attempt, request request-7\n`,
          ),
        );
      expect(stderr).not.to.include('key=1');
    } finally {
      await standIn.close();
    }
  });

  it('shows what became of a call that failed, and the causes of an error', async () => {
    const standIn = await startStandIn((_, response) =>
      reply(response, 400, { __type: 'AccessDeniedException', message: 'no' }),
    );
    try {
      const args = ['snapshot', '--user-pool-id', poolId, '--output', '/tmp/none.json', '--debug'];
      const { code, stderr } = await cognitoLab(args, awsEnvironment(standIn.url));
      expect(code).to.equal(2);
      expect(stderr).to.match(/DescribeUserPool: AccessDeniedException, HTTP 400, \d+ ms, 1 attempt/);
    } finally {
      await standIn.close();
    }
    const refused = await cognitoLab(['check', '--target', 'aws', '--debug'], noAws({ AWS_REGION: 'us-east-1' }));
    expect(refused.stderr).to.match(/debug: Problem\ndebug: {3}at /);
    expect(refused.stderr).to.match(/debug: caused by CredentialsProviderError/);
  });

  it('works on the simulated Cognito', async () => {
    const { code, stderr } = await cognitoLab(['check', '--task', '2', '--debug'], noAws());
    expect(code).to.equal(0);
    expect(stderr).to.match(/debug: CognitoIdentityProvider CreateUserPool: answered, HTTP 200, \d+ ms, request /);
  });
});
