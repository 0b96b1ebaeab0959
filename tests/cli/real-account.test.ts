import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readLab } from '../../support/lab/lab-folder';
import { planOf } from '../../support/lab/solution/choices';
import { addLayers, intercept } from '../../support/aws/middleware/layer';
import { limitProvisioning, mostUsers } from '../../support/aws/middleware/provision-limits';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { runOf } from '../../support/targets/owned/run-tags';
import { simulate } from '../../support/targets/mock/simulate';
import { awsEnvironment, type Ran } from '../support/program';
import { validAgainst } from '../support/schemas';
import { runOn } from '../lab/run';
import { cognitoLab } from './cognito-lab';
import { startStandIn } from './stand-in';
import { startOneEndpoint } from './one-endpoint';
import { startSts, type StsStandIn } from './sts-stand-in';

const account = '123456789012';

/** The same address by a name that the program does not take for this machine's own. */
const elsewhere = (url: string): string => url.replace('127.0.0.1', '0.0.0.0');

describe('A real account', () => {
  let sandbox: RunningServer;
  let sts: StsStandIn;
  let both: Awaited<ReturnType<typeof startOneEndpoint>>;
  const operations: string[] = [];
  before(async () => {
    sandbox = await startServer({ onCall: ({ operation }) => operations.push(operation) });
    sts = await startSts(account);
    both = await startOneEndpoint(sandbox.url, sts.url);
  });
  beforeEach(() => void operations.splice(0));
  after(async () => {
    await both.close();
    await sandbox.close();
    await sts.close();
  });

  const run = (args: string[], more: NodeJS.ProcessEnv = {}): Promise<Ran> =>
    cognitoLab(args, awsEnvironment(elsewhere(both.url), { AWS_ENDPOINT_URL_STS: elsewhere(both.url), ...more }));

  it('that nobody named is not touched, and the line to add is said', async () => {
    const { code, stdout, stderr } = await run(['check', '--target', 'aws'], { LAB_ALLOWED_ACCOUNTS: '210987654321' });
    expect(code).to.equal(2);
    expect(stdout).to.equal('');
    expect(stderr).to.include(`LAB_ALLOWED_ACCOUNTS=${account}`);
    expect(operations).to.deep.equal([]);
  });

  describe("that a stranger's .env names, with the target", () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'cognito-lab-'));
      writeFileSync(join(folder, '.env'), `LAB_TARGET=aws\nLAB_ALLOWED_ACCOUNTS=${account}\n`);
    });
    afterEach(() => rmSync(folder, { recursive: true }));
    const there = (args: string[]): Promise<Ran> =>
      cognitoLab(args, awsEnvironment(elsewhere(both.url), { AWS_ENDPOINT_URL_STS: elsewhere(both.url) }), folder);

    it('is not touched by a plain check', async () => {
      const { code, stdout, stderr } = await there(['check']);
      expect([code, stdout, operations]).to.deep.equal([2, '', []]);
      expect(stderr).to.include('Beside LAB_TARGET=aws in the same .env the line does not count');
    });

    it('is used where the user asks for it', async () => {
      const { code, stderr } = await there(['check', '--target', 'aws', '--task', '2']);
      expect(code, stderr).to.equal(0);
      expect(operations).to.include('CreateUserPool');
    });
  });

  for (const [what, env] of [
    ['an STS that is elsewhere than Cognito', () => ({ AWS_ENDPOINT_URL_STS: elsewhere(sts.url) })],
    ['an STS at another port of this machine', () => ({ AWS_ENDPOINT_URL_STS: sts.url })],
    ["AWS's own STS, of a Cognito that is elsewhere", () => ({ AWS_ENDPOINT_URL_STS: '' })],
    [
      "an STS that is elsewhere than AWS's own Cognito",
      () => ({ AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: '', AWS_ENDPOINT_URL_STS: sts.url }),
    ],
  ] as const)
    for (const args of [
      ['check', '--target', 'aws'],
      ['sweep', '--older-than', '0s', '--apply'],
    ])
      it(`is not believed to be that of ${what}: ${args[0]}`, async () => {
        const asked = sts.asked.length;
        const { code, stdout, stderr } = await run(args, { ...env(), LAB_ALLOWED_ACCOUNTS: account });
        expect([code, stdout]).to.deep.equal([2, '']);
        expect(stderr).to.include('so STS cannot say whose account');
        expect([operations, sts.asked.length]).to.deep.equal([[], asked]);
      });

  it('that was named is told beforehand what will be done and what it costs, and how to sweep it up', async () => {
    const { code, stderr } = await run(['check', '--target', 'aws'], { LAB_ALLOWED_ACCOUNTS: account });
    expect(code, stderr).to.equal(0);
    const [notice = ''] = stderr.split('[ 1/');
    expect(notice)
      .to.include('one user pool in the AWS account ********9012, us-east-1')
      .and.to.include('at most 10 users')
      .and.to.include('mailbox simulator')
      .and.to.include('0.15 USD')
      .and.to.match(/cognito-lab\.js sweep --region us-east-1 --run-id [0-9a-f-]{36} --apply/);
    expect(operations.filter((operation) => operation === 'CreateUserPool')).to.have.length(1);
    expect(operations.at(-1)).to.equal('DeleteUserPool');
    expect([...sandbox.cognito.store.pools.keys()]).to.deep.equal([]);
  });

  it('is swept only if it was named, and looked at by anybody', async () => {
    const refused = await run(['sweep', '--older-than', '0s', '--apply']);
    expect(refused).to.include({ code: 2, stdout: '' });
    expect(refused.stderr).to.include('remove user pools in').and.to.include(`LAB_ALLOWED_ACCOUNTS=${account}`);
    expect(operations).to.deep.equal([]);
    expect((await run(['sweep', '--older-than', '0s'])).code).to.equal(0);
    expect((await run(['sweep', '--older-than', '0s', '--apply'], { LAB_ALLOWED_ACCOUNTS: account })).code).to.equal(0);
  });

  it('shows with --dry-run the calls of a run, without secrets, and makes none', async () => {
    const nobody = await startStandIn(() => undefined);
    try {
      const env = awsEnvironment(elsewhere(nobody.url), { AWS_ENDPOINT_URL_STS: nobody.url });
      const { code, stdout, stderr } = await cognitoLab(
        ['check', '--target', 'aws', '--dry-run', '--format', 'json'],
        env,
      );
      expect(code, stderr).to.equal(0);
      expect(nobody.asked).to.deep.equal([]);
      expect(validAgainst('dry-run-v1', JSON.parse(stdout))).to.equal('valid');
      const { calls } = JSON.parse(stdout) as { calls: { operation: string; input: Record<string, unknown> }[] };
      await run(['check', '--target', 'aws'], { LAB_ALLOWED_ACCOUNTS: account });
      const byName = (names: string[]): string[] => [...names].sort();
      expect(byName(calls.map(({ operation }) => operation))).to.deep.equal(
        byName(['sts:GetCallerIdentity', ...operations]),
      );
      expect(calls[1]?.input.UserPoolTags).to.include({ 'cognito-lab:run-id': '(the id of the run)' });
      expect(stdout)
        .not.to.include('Welcome-2-the-lab')
        .and.not.to.match(/Str0ng/);
    } finally {
      await nobody.close();
    }
  });

  for (const args of [['--dry-run'], ['--dry-run', '--target', 'aws', '--format', 'junit']])
    it(`has no dry run of check ${args.join(' ')}`, async () => {
      const { code, stdout } = await run(['check', ...args]);
      expect(code).to.equal(2);
      expect(stdout).to.equal('');
    });
});

describe('What a run does on a real account', () => {
  const calls: { operation: string; input: Record<string, never> }[] = [];
  before(async () => {
    const target = simulate(planOf(readLab().solution));
    // As it would be there: a run that went beyond its limits would end in errors.
    const record = intercept('cognitoLabRecord', (operation, input, send) => {
      calls.push({ operation, input: input as Record<string, never> });
      return send();
    });
    addLayers(target.client, [limitProvisioning(), record]);
    expect((await runOn(target)).status).to.equal('passed');
  });

  it(`makes no more than ${mostUsers} users`, () => {
    const making = calls.filter(({ operation }) => /^(AdminCreateUser|SignUp)$/.test(operation));
    expect(making).not.to.be.empty;
    expect(making.length).to.be.at.most(10);
  });

  it('sends mail to the mailbox simulator only', () => {
    const addresses = JSON.stringify(calls).match(/[^"\s]+@[^"\s]+/g) ?? [];
    expect(addresses).not.to.be.empty;
    for (const address of addresses) expect(address).to.match(/^success\+[\w-]+@simulator\.amazonses\.com$/);
  });

  it('tags the pool from the create call on', () => {
    const [created] = calls.filter(({ operation }) => operation === 'CreateUserPool');
    expect(runOf(created?.input.UserPoolTags)).not.to.equal(undefined);
  });

  const beyond: [what: string, operation: string, input: object][] = [
    ['mail to a person', 'SignUp', { Username: 'jane@example.com' }],
    [
      'an invitation to a person',
      'AdminCreateUser',
      { UserAttributes: [{ Name: 'email', Value: 'jane@example.com' }] },
    ],
    ['a code to whoever it is', 'ForgotPassword', { Username: 'jane' }],
    ['mail to a look-alike', 'SignUp', { Username: 'success@simulator.amazonses.com.example.com' }],
  ];
  for (const [what, operation, input] of beyond)
    it(`never sends ${what}`, async () => {
      const { refusal, sent } = await tried(1, operation, input);
      expect(refusal).to.match(/mailbox simulator/);
      expect(sent).to.equal(0);
    });

  it('stops at the user that is one too many', async () => {
    const { refusal, sent } = await tried(mostUsers + 1, 'SignUp', { Username: 'success+a@simulator.amazonses.com' });
    expect(refusal).to.match(/more than 10 users/);
    expect(sent).to.equal(mostUsers);
  });

  async function tried(times: number, operation: string, input: object): Promise<{ refusal: string; sent: number }> {
    let sent = 0;
    const send = limitProvisioning().around(() => Promise.resolve({ output: { $metadata: {}, sent: ++sent } }), {
      commandName: `${operation}Command`,
    });
    let refusal = '';
    for (let time = 1; time <= times; time++) await send({ input }).catch(({ message }: Error) => (refusal = message));
    return { refusal, sent };
  }
});
