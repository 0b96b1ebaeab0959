import { expect } from 'chai';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { newRun, tagsOf, type OwnRun } from '../../support/targets/owned/run-tags';
import type { SweepResult } from '../../support/commands/sweep/sweep-result';
import { awsEnvironment, type Ran } from '../support/program';
import { callApi } from '../support/sandbox-call';
import { validAgainst } from '../support/schemas';
import { cognitoLab, noAws } from './cognito-lab';
import { reply, startStandIn } from './stand-in';

const day = 24 * 60 * 60 * 1000;

describe('cognito-lab sweep', () => {
  let sandbox: RunningServer;
  beforeEach(async () => (sandbox = await startServer()));
  afterEach(() => sandbox.close());

  const call = async <T>(operation: string, input: object, region?: string): Promise<T> => {
    const { status, body } = await callApi(sandbox.url, operation, input, { region });
    if (status !== 200) throw new Error(body);
    return (body ? JSON.parse(body) : {}) as T;
  };
  const make = async (settings: object, region?: string): Promise<string> => {
    const made = await call<{ UserPool: { Id: string } }>('CreateUserPool', { PoolName: 'keke', ...settings }, region);
    return made.UserPool.Id;
  };
  /** Made when its run was. */
  const makeOf = async (run: OwnRun, settings: object = {}, region?: string): Promise<string> => {
    const id = await make({ UserPoolTags: tagsOf(run), ...settings }, region);
    Object.assign(sandbox.cognito.store.pools.get(id) ?? {}, { createdAt: run.created.getTime() });
    return id;
  };
  const pools = (): string[] => [...sandbox.cognito.store.pools.keys()].sort();
  const sweep = (...args: string[]): Promise<Ran> => cognitoLab(['sweep', ...args], awsEnvironment(sandbox.url));
  const swept = async (...args: string[]): Promise<{ code: number; result: SweepResult }> => {
    const { code, stdout, stderr } = await sweep(...args, '--format', 'json');
    expect(stderr).to.equal('');
    const result = JSON.parse(stdout) as SweepResult;
    expect(validAgainst('sweep-v1', result)).to.equal('valid');
    return { code, result };
  };
  const states = ({ regions }: SweepResult): Record<string, string> =>
    Object.fromEntries(
      regions.flatMap(({ pools: found }) => found.map(({ userPoolId, state }) => [userPoolId, state])),
    );

  const old = newRun(new Date(Date.now() - day));
  const fresh = newRun();

  it('finds nothing where nothing is ours: 0', async () => {
    await make({});
    await make({ UserPoolTags: { 'cognito-lab:run-id': old.runId } });
    const { code, stdout } = await sweep();
    expect(stdout).to.equal('us-east-1: nothing of ours\n');
    expect(code).to.equal(0);
  });

  it('lists what is left and changes nothing, unless it is told to: 1', async () => {
    const [expired, current] = [await makeOf(old), await makeOf(fresh)];
    await make({});
    const before = JSON.stringify([...sandbox.cognito.store.pools]);
    const { code, stdout } = await sweep();
    expect(code).to.equal(1);
    expect(stdout).to.include(`left over: ${expired} "keke", run ${old.runId}`);
    expect(stdout).to.include(`not expired: ${current}`).and.to.include('Add --apply');
    expect(JSON.stringify([...sandbox.cognito.store.pools])).to.equal(before);
  });

  it('removes what has expired, and leaves what may be in use', async () => {
    const [expired, current, other] = [await makeOf(old), await makeOf(fresh), await make({})];
    const { code, result } = await swept('--apply');
    expect(states(result)).to.deep.equal({ [expired]: 'removed', [current]: 'in use' });
    expect(code).to.equal(1);
    expect(pools()).to.have.members([current, other]);
  });

  it('removes the run that is named, expired or not, and no other: 0', async () => {
    const [expired, current] = [await makeOf(old), await makeOf(fresh)];
    const { code, result } = await swept('--run-id', fresh.runId, '--apply');
    expect(states(result)).to.deep.equal({ [current]: 'removed' });
    expect(code).to.equal(0);
    expect(pools()).to.deep.equal([expired]);
  });

  it('removes what is older than an age', async () => {
    const [expired, current] = [await makeOf(old), await makeOf(fresh)];
    expect((await swept('--older-than', '2h', '--apply')).code).to.equal(0);
    expect(pools()).to.deep.equal([current]).and.not.to.include(expired);
    expect((await swept('--older-than', '0s', '--apply')).code).to.equal(0);
    expect(pools()).to.deep.equal([]);
  });

  it('removes the domain and the deletion protection first, of its own pools only', async () => {
    const own = await makeOf(old, { DeletionProtection: 'ACTIVE' });
    await call('CreateUserPoolDomain', { UserPoolId: own, Domain: 'keke-lab' });
    const other = await make({ DeletionProtection: 'ACTIVE' });
    await call('CreateUserPoolDomain', { UserPoolId: other, Domain: 'other-lab' });
    const { stdout } = await sweep();
    expect(stdout).to.include('with domain keke-lab and deletion protection');
    expect((await swept('--apply')).code).to.equal(0);
    expect(pools()).to.deep.equal([other]);
    const { UserPool } = await call<{ UserPool: object }>('DescribeUserPool', { UserPoolId: other });
    expect(UserPool).to.include({ DeletionProtection: 'ACTIVE', Domain: 'other-lab' });
  });

  it('does not remove what carries the tags of a run that did not make it: 1', async () => {
    const older = await make({ UserPoolTags: tagsOf(fresh) });
    Object.assign(sandbox.cognito.store.pools.get(older) ?? {}, { createdAt: Date.now() - 7 * day });
    const tagged = await make({ UserPoolTags: tagsOf(old) });
    const full = await makeOf(old);
    for (let user = 0; user < 11; user++)
      await call('AdminCreateUser', { UserPoolId: full, Username: `user-${user}`, MessageAction: 'SUPPRESS' });
    for (const args of [['--apply'], ['--older-than', '0s', '--apply'], ['--run-id', fresh.runId, '--apply']]) {
      const { code, result } = await swept(...args);
      expect(new Set(Object.values(states(result))), args.join(' ')).to.deep.equal(new Set(['in doubt']));
      expect(code).to.equal(1);
    }
    expect(pools()).to.have.members([older, tagged, full]);
    expect((await sweep()).stdout)
      .to.match(/tagged as ours, and not removed: .*\n.*\n +It was created at/)
      .and.to.match(/It has about 11 users; a run makes at most 10/);
  });

  it('looks on every page, and in every region that is named', async () => {
    const here = await Promise.all(Array.from({ length: 61 }, () => makeOf(old)));
    const there = await makeOf(old, {}, 'eu-west-1');
    const elsewhere = await makeOf(old, {}, 'eu-west-2');
    const { code, result } = await swept('--region', 'us-east-1', '--region', 'eu-west-1', '--apply');
    expect(result.regions.map(({ region, pools: found }) => [region, found.length])).to.deep.equal([
      ['us-east-1', here.length],
      ['eu-west-1', 1],
    ]);
    expect(states(result)[there]).to.equal('removed');
    expect(code).to.equal(0);
    expect(pools()).to.deep.equal([elsewhere]);
  });

  it('shows nothing of a name that a terminal would act on', async () => {
    await makeOf(old);
    for (const pool of sandbox.cognito.store.pools.values()) Object.assign(pool, { name: 'a\u001b[31m\nb\u202e' });
    const { stdout } = await sweep();
    expect(stdout).to.include('"a b"');
    for (const mark of ['\u001b', '\u202e']) expect(stdout).not.to.include(mark);
  });

  const refused: [args: string[], says: RegExp][] = [
    [['--older-than', 'soon'], /"soon" is not an age[^]*0s, 90s, 30m, 2h or 1d/],
    [['--run-id', '*'], /"\*" is not the id of a run/],
    [['--region', 'evil.example'], /is not the name of a region/],
    [['--format', 'html'], /Allowed choices are text, json/],
  ];
  for (const [args, says] of refused)
    it(`refuses ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await sweep(...args, '--apply');
      expect(code).to.equal(2);
      expect(stdout).to.equal('');
      expect(stderr).to.match(says);
    });
});

describe('cognito-lab sweep, where it cannot look or cannot remove', () => {
  const own = {
    Id: 'us-east-1_AbCdEf123',
    Name: 'keke',
    CreationDate: Date.now() / 1000,
    DeletionProtection: 'ACTIVE',
    UserPoolTags: tagsOf(newRun()),
  };
  const answers: Record<string, object> = {
    ListUserPools: { UserPools: [{ Id: own.Id, Name: own.Name }] },
    DescribeUserPool: { UserPool: own },
  };
  const denied = { __type: 'AccessDeniedException', message: 'User arn:aws:iam::123456789012:user/keke may not' };

  const run = async (refuse: string): Promise<Ran & { asked: string[] }> => {
    const standIn = await startStandIn((operation, response) =>
      operation === refuse ? reply(response, 400, denied) : reply(response, 200, answers[operation] ?? {}),
    );
    try {
      const ran = await cognitoLab(['sweep', '--older-than', '0s', '--apply'], awsEnvironment(standIn.url));
      return { ...ran, asked: standIn.asked };
    } finally {
      await standIn.close();
    }
  };

  it('could not list the pools: 2', async () => {
    const { code, stdout } = await run('ListUserPools');
    expect(code).to.equal(2);
    expect(stdout).to.include('could not look: No permission for ListUserPools').and.not.to.include('123456789012');
  });

  it('could not read the tags of a pool: 2, and nothing is done to it', async () => {
    const { code, stdout, asked } = await run('DescribeUserPool');
    expect(code).to.equal(2);
    expect(stdout).to.include(`could not look: ${own.Id}: No permission for DescribeUserPool`);
    expect(asked).to.deep.equal(['ListUserPools', 'DescribeUserPool']);
  });

  it('could not remove a pool: 1, and why', async () => {
    const { code, stdout, asked } = await run('UpdateUserPool');
    expect(code).to.equal(1);
    expect(stdout).to.include('could not be removed').and.to.include('No permission');
    expect(asked).not.to.include('DeleteUserPool');
  });

  it('has no region, and no credentials: 2', async () => {
    expect(await cognitoLab(['sweep'], noAws())).to.include({ code: 2, stdout: '' });
    const { code, stderr } = await cognitoLab(['sweep', '--region', 'us-east-1'], noAws());
    expect(code).to.equal(2);
    expect(stderr).to.include('No AWS credentials were found');
  });
});
