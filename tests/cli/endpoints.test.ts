import { join } from 'node:path';
import { expect } from 'chai';
import type { LabResult } from '../../support/lab/result/result';
import { awsEnvironment } from '../support/program';
import { cognitoLab, noAws, statusesOf } from './cognito-lab';
import { asRight, reply, startStandIn, type Answer, type StandIn } from './stand-in';

const poolId = 'us-east-1_AbCdEf123';

/** AWS's way to refuse a call. */
const refuse =
  (code: string, message: string, only?: string): Answer =>
  (operation, response) =>
    only && operation !== only ? asRight(operation, response) : reply(response, 400, { __type: code, message });

interface Case {
  what: string;
  answer: Answer;
  /** The checks that could not be looked at; all that were not skipped where there are none. */
  errors?: string[];
  says: RegExp;
  attempts?: Record<string, number>;
}

const ofTheDescription = [
  'user-pool-exists',
  'sign-in-email-only',
  'password-policy-default',
  'mfa-off',
  'self-sign-up',
  'email-verified-at-sign-up',
  'required-attributes',
  'cognito-email',
  'user-pool-name',
];

const cases: Case[] = [
  { what: 'answers 500', answer: (_, response) => reply(response, 500, {}), says: /internal error \(HTTP 500\)/ },
  {
    what: 'answers HTML',
    answer: (_, response) => reply(response, 200, '<html></html>', 'text/html'),
    says: /not Cognito's/,
  },
  {
    what: 'answers HTML and 404',
    answer: (_, response) => reply(response, 404, '<html></html>', 'text/html'),
    says: /not Cognito's/,
  },
  {
    what: 'answers half a body',
    answer: (_, response) => reply(response, 200, '{"UserPool": {'),
    says: /not Cognito's/,
  },
  {
    what: 'hangs up',
    answer: (_, response) => response.socket?.destroy(),
    says: /cannot be reached \(ECONNRESET\)/,
  },
  {
    what: 'throttles with TooManyRequestsException to the end',
    answer: refuse('TooManyRequestsException', 'Rate exceeded', 'ListUsers'),
    errors: ['user-created'],
    says: /ListUsers was throttled/,
    attempts: { ListUsers: 4 },
  },
  {
    what: 'throttles with ThrottlingException to the end',
    answer: refuse('ThrottlingException', 'Rate exceeded', 'ListUsers'),
    errors: ['user-created'],
    says: /ListUsers was throttled/,
    attempts: { ListUsers: 4 },
  },
  {
    what: 'denies ListUsers',
    answer: refuse('AccessDeniedException', 'User arn:aws:iam::123456789012:user/keke may not', 'ListUsers'),
    errors: ['user-created'],
    says: /No permission for ListUsers/,
  },
  {
    what: 'denies ListIdentityProviders',
    answer: refuse('AccessDeniedException', 'no', 'ListIdentityProviders'),
    errors: ['provider-cognito'],
    says: /cognito-idp:ListIdentityProviders/,
  },
  {
    what: 'denies ListUserPoolClients',
    answer: refuse('AccessDeniedException', 'no', 'ListUserPoolClients'),
    errors: ['app-client'],
    says: /cognito-idp:ListUserPoolClients/,
  },
  {
    what: 'denies DescribeUserPoolClient',
    answer: refuse('AccessDeniedException', 'no', 'DescribeUserPoolClient'),
    errors: ['app-client'],
    says: /cognito-idp:DescribeUserPoolClient/,
  },
  {
    what: 'denies DescribeUserPool',
    answer: refuse('AccessDeniedException', 'no', 'DescribeUserPool'),
    errors: ofTheDescription,
    says: /cognito-idp:DescribeUserPool/,
  },
  {
    what: 'does not know the pool',
    answer: refuse('ResourceNotFoundException', `User pool ${poolId} does not exist.`),
    says: /There is no user pool us-east-1_AbCdEf123 in us-east-1/,
    attempts: { DescribeUserPool: 1 },
  },
  {
    what: 'says that the credentials have expired',
    answer: refuse('ExpiredTokenException', 'expired'),
    says: /credentials have expired/,
    attempts: { DescribeUserPool: 1 },
  },
  {
    what: 'does not accept the credentials',
    answer: refuse('UnrecognizedClientException', 'The security token included in the request is invalid.'),
    says: /does not accept the credentials/,
  },
  {
    what: 'leaves out what AWS always answers',
    answer: (operation, response) =>
      operation === 'DescribeUserPool'
        ? reply(response, 200, { UserPool: { Id: poolId } })
        : asRight(operation, response),
    errors: ['password-policy-default', 'mfa-off', 'required-attributes', 'user-pool-name'],
    says: /has no MfaConfiguration/,
  },
  {
    what: 'answers with other types than AWS',
    answer: (operation, response) =>
      operation === 'DescribeUserPool'
        ? reply(response, 200, {
            UserPool: { Id: poolId, AdminCreateUserConfig: { AllowAdminCreateUserOnly: 'true' } },
          })
        : asRight(operation, response),
    errors: ofTheDescription,
    says: /What the endpoint answered is not what DescribeUserPool answers: at UserPool\.AdminCreateUserConfig/,
  },
  {
    what: 'answers with another pool than was asked for',
    answer: (operation, response) =>
      operation === 'DescribeUserPool'
        ? reply(response, 200, { UserPool: { Id: 'us-east-1_Zzzzzz999' } })
        : asRight(operation, response),
    errors: ofTheDescription,
    says: /was asked for the user pool us-east-1_AbCdEf123 and answered with us-east-1_Zzzzzz999/,
  },
];

describe('check --user-pool-id on an endpoint that', () => {
  let standIn: StandIn | undefined;
  afterEach(() => standIn?.close());

  for (const { what, answer, errors, says, attempts } of cases)
    it(`${what}: could not look, exit 2, and the others keep their verdict`, async () => {
      standIn = await startStandIn(answer);
      const ran = await cognitoLab(
        ['check', '--user-pool-id', poolId, '--format', 'json'],
        awsEnvironment(standIn.url),
      );
      const result = JSON.parse(ran.stdout) as LabResult;
      expect(result.status).to.equal('error');
      expect(ran.code).to.equal(2);
      const statuses = statusesOf(result);
      const found = Object.keys(statuses).filter((id) => statuses[id] === 'error');
      const looked = Object.keys(statuses).filter((id) => statuses[id] !== 'skipped');
      expect(found).to.have.members(errors ?? looked);
      expect(ran.stdout).to.match(says);
      expect(ran.stdout + ran.stderr)
        .not.to.include('123456789012')
        .and.not.to.match(/\n\s+at .+:\d+:\d+/);
      for (const [operation, times] of Object.entries(attempts ?? {}))
        expect(
          standIn.asked.filter((asked) => asked === operation),
          operation,
        ).to.have.lengthOf(times);
      for (const check of result.tasks.flatMap(({ checks }) => checks))
        if (check.status === 'error') expect(check.remedy, check.id).to.be.a('string').and.not.to.equal('');
    });

  it('throttles for a while: retried with backoff, and passed', async () => {
    let refused = 0;
    standIn = await startStandIn((operation, response) =>
      operation === 'ListUsers' && refused++ < 2
        ? reply(response, 400, { __type: 'TooManyRequestsException', message: 'Rate exceeded' })
        : asRight(operation, response),
    );
    const ran = await cognitoLab(['check', '--user-pool-id', poolId, '--format', 'json'], awsEnvironment(standIn.url));
    expect(ran.code).to.equal(0);
    expect((JSON.parse(ran.stdout) as LabResult).calls.ListUsers).to.equal(1);
  });

  it('is right: five calls left the process, none of which writes', async () => {
    standIn = await startStandIn(asRight);
    const ran = await cognitoLab(['check', '--user-pool-id', poolId, '--format', 'json'], awsEnvironment(standIn.url));
    expect(ran.code, ran.stderr).to.equal(0);
    expect([...standIn.asked].sort()).to.deep.equal([
      'DescribeUserPool',
      'DescribeUserPoolClient',
      'ListIdentityProviders',
      'ListUserPoolClients',
      'ListUsers',
    ]);
    expect((JSON.parse(ran.stdout) as LabResult).target).to.deep.equal({
      kind: 'aws',
      userPoolId: poolId,
      region: 'us-east-1',
      endpoint: standIn.url,
      account: '********9012',
    });
  });

  for (const [what, region] of [
    ['none', {}],
    ['another', { AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1' }],
  ] as const)
    it(`reads in the region of the id where ${what} is configured`, async () => {
      standIn = await startStandIn(asRight);
      const { AWS_REGION: _, AWS_DEFAULT_REGION: __, ...env } = awsEnvironment(standIn.url);
      const args = ['check', '--user-pool-id', ` "${poolId}"\r\n`, '--format', 'json'];
      const ran = await cognitoLab(args, { ...env, ...region });
      expect(ran.code, ran.stderr).to.equal(0);
      expect((JSON.parse(ran.stdout) as LabResult).target).to.include({ userPoolId: poolId, region: 'us-east-1' });
      expect(ran.stderr.includes('the region that is configured is eu-west-1')).to.equal(what === 'another');
    });

  it('is said to be what it is in a report: not Amazon Cognito', async () => {
    standIn = await startStandIn(asRight);
    for (const format of ['pretty', 'markdown', 'html', 'junit']) {
      const ran = await cognitoLab(
        ['check', '--user-pool-id', poolId, '--format', format],
        awsEnvironment(`${standIn.url}/emulator?key=1`, { COLUMNS: '100' }),
      );
      const text = ran.stdout.replaceAll('`', '');
      expect(text, ran.stderr).to.match(new RegExp(`Cognito at ${standIn.url}(,|</span>|</li>)`));
      expect(text).not.to.include('key=1').and.not.to.include('Amazon Cognito, user pool');
    }
  });

  it('hangs: the wait has an end, and is not repeated for every check', async () => {
    standIn = await startStandIn(() => undefined);
    const begun = Date.now();
    const ran = await cognitoLab(['check', '--user-pool-id', poolId, '--format', 'json'], awsEnvironment(standIn.url));
    expect(ran.code).to.equal(2);
    expect(ran.stdout).to.include('did not answer DescribeUserPool in time');
    expect(new Set(standIn.asked)).to.deep.equal(new Set(['DescribeUserPool']));
    // Well under what twelve checks would wait one after another.
    expect(Date.now() - begun).to.be.below(55_000);
  });

  it('refuses connections', async () => {
    const ran = await cognitoLab(['check', '--user-pool-id', poolId], awsEnvironment('http://127.0.0.1:1'));
    expect(ran.code).to.equal(2);
    expect(ran.stdout).to.include('cannot be reached (ECONNREFUSED)');
  });
});

describe('check without what AWS needs', () => {
  const cases: [what: string, args: string[], env: NodeJS.ProcessEnv, says: RegExp][] = [
    ['no region', ['--user-pool-id', 'local_AbCdEf123'], noAws(), /No AWS region is configured.[^]*AWS_REGION=/],
    ['no credentials', ['--user-pool-id', poolId], noAws({ AWS_REGION: 'us-east-1' }), /No AWS credentials were found/],
    [
      'no such profile',
      ['--user-pool-id', poolId],
      noAws({ AWS_REGION: 'us-east-1', AWS_PROFILE: 'nobody' }),
      /No AWS credentials were found in the profile "nobody"/,
    ],
    [
      'a region that is none',
      ['--user-pool-id', poolId],
      noAws({ AWS_REGION: 'us east 1' }),
      /The AWS region "us east 1" from AWS_REGION is not the name of a region\.\nCorrect it/,
    ],
    [
      'an endpoint that is no address',
      ['--user-pool-id', poolId],
      awsEnvironment('localhost'),
      /The endpoint "localhost" from AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER is not a URL\.\nCorrect it/,
    ],
    [
      'an endpoint of 5,000 characters that is not a URL',
      ['--user-pool-id', poolId],
      awsEnvironment('x'.repeat(5_000)),
      /^.{1,250}\(5,000 characters\) from AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER is not a URL/,
    ],
    [
      'a region of a profile that is not the name of a region',
      ['--user-pool-id', 'local_AbCdEf123'],
      noAws({ AWS_CONFIG_FILE: join(__dirname, 'not-a-region.ini'), AWS_PROFILE: 'lab' }),
      /The AWS region from the AWS profile "lab" is not the name of a region/,
    ],
    ['no region to play in', ['--target', 'aws'], noAws(), /No AWS region is configured/],
    [
      'no credentials to play with',
      ['--target', 'aws'],
      noAws({ AWS_REGION: 'us-east-1' }),
      /No AWS credentials were found/,
    ],
  ];
  for (const [what, args, env, says] of cases)
    it(`says so: ${what}`, async () => {
      const { code, stdout, stderr } = await cognitoLab(['check', ...args], env);
      expect(code).to.equal(2);
      expect(stdout).to.equal('');
      expect(stderr)
        .to.match(says)
        .and.not.to.match(/\n\s+at .+:\d+:\d+/);
    });
});
