import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  AdminCreateUserCommand,
  ListUserPoolsCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Drift } from '../../support/commands/drift/drift-result';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { cognitoLab } from '../cli/cognito-lab';
import { reply, rightAnswers, startStandIn } from '../cli/stand-in';
import { startOneEndpoint } from '../cli/one-endpoint';
import { startSts } from '../cli/sts-stand-in';
import { awsEnvironment, type Ran } from '../support/program';
import { updatePool } from './changes';
import { labPool } from './pool';

const poolId = 'us-east-1_AbCdEf123';

describe('cognito-lab drift', () => {
  let sandbox: RunningServer;
  let folder: string;
  let owner: CognitoIdentityProviderClient;

  before(async () => {
    sandbox = await startServer();
    folder = mkdtempSync(join(tmpdir(), 'drift-'));
    writeFileSync(join(folder, 'misspelt.json'), JSON.stringify([{ pool: poolId, basline: 'keke.json' }]));
    owner = new CognitoIdentityProviderClient({
      endpoint: sandbox.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
    });
  });
  after(async () => {
    await sandbox.close();
    rmSync(folder, { recursive: true });
  });

  const drift = (...args: string[]): Promise<Ran> =>
    cognitoLab(['drift', ...args], awsEnvironment(sandbox.url), folder);
  const driftObject = async (...args: string[]): Promise<{ code: number; drift: Drift }> => {
    const { code, stdout, stderr } = await drift(...args, '--format', 'json');
    expect(stdout, stderr).not.to.equal('');
    return { code, drift: JSON.parse(stdout) as Drift };
  };
  const makePool = async (): Promise<string> => {
    const { UserPool } = await owner.send(new CreateUserPoolCommand(labPool));
    const UserPoolId = UserPool?.Id ?? '';
    await owner.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'kekeclient' }));
    await owner.send(
      new AdminCreateUserCommand({ UserPoolId, Username: 'keke@example.com', MessageAction: 'SUPPRESS' }),
    );
    return UserPoolId;
  };

  it('takes a baseline, finds nothing, finds a change, and lets it be waived: 0, 0, 1, 0', async () => {
    const id = await makePool();
    const named = ['--user-pool-id', id, '--baseline', 'b.json'];
    expect((await drift(...named, '--update-baseline')).code).to.equal(0);
    expect((await driftObject(...named)).code).to.equal(0);
    await updatePool({ owner, UserPoolId: id, ClientId: '' }, { DeletionProtection: 'ACTIVE' });

    const last = ['--previous', 'last.json', '--output', 'last.json', '--format', 'json'];
    const { code, stderr } = await drift(...named, ...last);
    expect(code, stderr).to.equal(1);
    const first = JSON.parse(readFileSync(join(folder, 'last.json'), 'utf8')) as Drift;
    expect(first.pools[0]?.differences.map(({ path }) => path)).to.deep.equal(['UserPool.DeletionProtection']);
    await drift(...named, ...last);
    const second = JSON.parse(readFileSync(join(folder, 'last.json'), 'utf8')) as Drift;
    expect(second.pools[0]?.differences[0]?.since).to.deep.equal(first.pools[0]?.differences[0]?.since);

    const waiver = { path: 'UserPool.DeletionProtection', reason: 'the end of term', expiry: '2099-01-01' };
    writeFileSync(join(folder, 'waivers.json'), JSON.stringify({ waivers: [waiver] }));
    const waived = await driftObject(...named, '--waivers', 'waivers.json');
    expect([waived.code, waived.drift.waivers[0]?.state]).to.deep.equal([0, 'used']);
  });

  it('compares with the lab alone where there is no baseline', async () => {
    const id = await makePool();
    expect((await drift('--user-pool-id', id)).code).to.equal(0);
    await updatePool({ owner, UserPoolId: id, ClientId: '' }, { AutoVerifiedAttributes: undefined });
    const { code, drift: found } = await driftObject('--user-pool-id', id);
    expect(code).to.equal(1);
    expect(found.pools[0]?.differences).to.have.lengthOf(1);
    expect(found.pools[0]?.differences[0]).to.deep.include({
      path: 'UserPool.AutoVerifiedAttributes',
      against: 'lab',
      breaks: ['email-verified-at-sign-up'],
    });
  });

  it('looks at many pools, and one that is not there keeps no other from being looked at', async () => {
    const ids = [await makePool(), await makePool(), await makePool()];
    const targets = ids.map((pool, index) => ({ pool, name: `learner ${index}`, baseline: `${index}.json` }));
    writeFileSync(join(folder, 'targets.json'), JSON.stringify({ targets }));
    expect((await drift('--targets', 'targets.json', '--update-baseline')).code).to.equal(0);
    await updatePool({ owner, UserPoolId: ids[1] ?? '', ClientId: '' }, { PoolName: 'other' });

    expect((await driftObject('--targets', 'targets.json')).code).to.equal(1);
    targets.unshift({ pool: 'us-east-1_NotThere0', name: 'nobody', baseline: '0.json' });
    targets.push({ pool: ids[2] ?? '', name: 'no baseline', baseline: 'none.json' });
    writeFileSync(join(folder, 'targets.json'), JSON.stringify({ targets }));
    const { code, drift: found } = await driftObject('--targets', 'targets.json');
    expect(code).to.equal(2);
    expect(found.pools.map(({ name, status }) => [name, status])).to.deep.equal([
      ['nobody', 'error'],
      ['learner 0', 'same'],
      ['learner 1', 'drift'],
      ['learner 2', 'same'],
      ['no baseline', 'error'],
    ]);
    expect(found.pools[2]?.differences.map(({ path }) => path)).to.deep.equal(['UserPool.Name']);
  });

  it('makes the tutorial on the endpoint, finds it as it is on record, and leaves nothing', async () => {
    const before = await owner.send(new ListUserPoolsCommand({ MaxResults: 60 }));
    const { code, drift: found } = await driftObject('--tutorial');
    expect(found.pools[0]?.differences).to.deep.equal([]);
    expect([code, found.about]).to.deep.equal([0, 'tutorial']);
    const { UserPools } = await owner.send(new ListUserPoolsCommand({ MaxResults: 60 }));
    expect(UserPools).to.have.lengthOf(before.UserPools?.length ?? 0);
  });

  it('refuses to make the tutorial in an account that nobody named', async () => {
    const sts = await startSts('123456789012');
    const both = await startOneEndpoint(sandbox.url, sts.url);
    // An address that the program does not take for this machine's own.
    const url = both.url.replace('127.0.0.1', '0.0.0.0');
    const env = awsEnvironment(url, { AWS_ENDPOINT_URL_STS: url });
    try {
      const pools = sandbox.cognito.store.pools.size;
      const refused = await cognitoLab(['drift', '--tutorial'], env, folder);
      expect([refused.code, refused.stdout]).to.deep.equal([2, '']);
      expect(refused.stderr).to.contain('LAB_ALLOWED_ACCOUNTS=123456789012');
      const named = await cognitoLab(['drift', '--tutorial'], { ...env, LAB_ALLOWED_ACCOUNTS: '123456789012' }, folder);
      expect(named.code, named.stderr).to.equal(0);
      expect(named.stderr).to.contain('at most 10 users').and.to.contain('sweep --region us-east-1 --run-id');
      expect(sandbox.cognito.store.pools.size).to.equal(pools);
    } finally {
      await both.close();
      await sts.close();
    }
  });

  const wrong: Record<string, [string[], RegExp]> = {
    'no pool': [[], /No user pool is named/],
    'two kinds of pool': [['--tutorial', '--user-pool-id', poolId], /contradict/],
    'a baseline of many': [['--targets', 'x', '--baseline', 'y'], /contradict/],
    'an update of nothing': [['--user-pool-id', poolId, '--update-baseline'], /needs --baseline/],
    'a baseline that is missing': [['--user-pool-id', poolId, '--baseline', 'none.json'], /none\.json does not exist/],
    'a file of targets that is missing': [['--targets', 'none.json'], /none\.json does not exist/],
    'a file of targets with a member misspelt': [
      ['--targets', 'misspelt.json'],
      /targets\.0\.basline: nothing of this/,
    ],
    'a file of waivers that is missing': [
      ['--user-pool-id', poolId, '--waivers', 'none.json'],
      /none\.json does not exist/,
    ],
    'an id that is none': [['--user-pool-id', 'keke'], /is not the id of a user pool/],
    'a pool that is not there': [['--user-pool-id', poolId], /^$/],
  };
  for (const [what, [args, says]] of Object.entries(wrong))
    it(`says what is wrong, with 2: ${what}`, async () => {
      const { code, stderr, stdout } = await drift(...args);
      expect(code).to.equal(2);
      if (says.source === '^$') expect(stdout).to.contain('There is no user pool us-east-1_AbCdEf123');
      else expect(stderr).to.match(says);
    });

  it('sees a member that AWS added after this SDK was made', async () => {
    let added = false;
    const standIn = await startStandIn((operation, response) => {
      const answer = structuredClone(rightAnswers[operation] ?? {}) as { UserPool?: Record<string, unknown> };
      if (operation === 'GetUserPoolMfaConfig') return reply(response, 200, { MfaConfiguration: 'OFF' });
      if (added && answer.UserPool) answer.UserPool.RoamingPasskeys = { Sync: 'ON' };
      reply(response, 200, answer);
    });
    try {
      const look = (...args: string[]): Promise<Ran> =>
        cognitoLab(
          ['drift', '--user-pool-id', poolId, '--baseline', 'new.json', '--format', 'json', ...args],
          awsEnvironment(standIn.url),
          folder,
        );
      expect((await look('--update-baseline')).code).to.equal(0);
      added = true;
      const { code, stdout } = await look();
      expect(code).to.equal(1);
      expect((JSON.parse(stdout) as Drift).pools[0]?.differences[0]).to.deep.include({
        path: 'UserPool.RoamingPasskeys.Sync',
        kind: 'added',
        actual: 'ON',
      });
    } finally {
      await standIn.close();
    }
  });

  it('says 2 where one call is denied, although it sees drift elsewhere', async () => {
    const standIn = await startStandIn((operation, response) => {
      if (operation === 'GetUserPoolMfaConfig')
        return reply(response, 400, { __type: 'AccessDeniedException', message: 'no' });
      const answer = structuredClone(rightAnswers[operation] ?? {}) as { UserPool?: Record<string, unknown> };
      if (answer.UserPool) answer.UserPool.MfaConfiguration = 'ON';
      reply(response, 200, answer);
    });
    try {
      const { code, stdout } = await cognitoLab(
        ['drift', '--user-pool-id', poolId],
        awsEnvironment(standIn.url),
        folder,
      );
      expect(code).to.equal(2);
      expect(stdout).to.contain('No permission for GetUserPoolMfaConfig.').and.to.contain('UserPool.MfaConfiguration');
      expect(new Set(standIn.asked.filter((operation) => !/^(Describe|List|Get)/.test(operation)))).to.be.empty;
    } finally {
      await standIn.close();
    }
  });
});
