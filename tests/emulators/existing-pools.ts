import { expect } from 'chai';
import { readLab } from '../../support/lab/lab-folder';
import { check as checkPool } from '../../support/api';
import { checksOf } from '../../support/lab/features/catalogue';
import type { CheckResult, LabResult } from '../../support/lab/result/result';
import { awsEnvironment } from '../support/program';
import { check, checkResult } from './check-process';
import { checksIn, exitCodeOf, expectedOf, notPassed, type Differences } from './differences';
import { learnerPool, type Changes } from './pools/learner-pool';
import { rightPools } from './pools/right-pools';
import { wrongPools, type WrongPool } from './pools/wrong-pools';
import { accessDenied } from './recording-proxy';
import type { Rig } from './rig';

/** What a pool with one page of everything takes. */
export const fiveCalls = {
  DescribeUserPool: 1,
  ListIdentityProviders: 1,
  ListUserPoolClients: 1,
  DescribeUserPoolClient: 1,
  ListUsers: 1,
};

/**
 * Pools that a learner made with the AWS CLI, each looked at by `check --user-pool-id` in a process of its own; of the
 * wrong ones the first of each check, and the others by the function that the package exports.
 */
export function testExistingPools(differences: Differences, rig: () => Rig): void {
  beforeEach(() => rig().proxy.reset());

  afterEach('nothing but reading left the process', () => {
    expect(rig().proxy.operations.filter((operation) => !/^(Describe|Get|List)/.test(operation))).to.deep.equal([]);
  });

  const look = (
    userPoolId: string,
    agreedName?: string,
    ...args: string[]
  ): Promise<{ code: number; result: LabResult }> => {
    const name = agreedName === undefined ? [] : ['--user-pool-name', agreedName];
    return checkResult(rig().proxy.url, '--user-pool-id', userPoolId, ...name, ...args);
  };

  /** As {@link look}, in this process. */
  const lookHere = async (userPoolId: string, userPoolName?: string): ReturnType<typeof look> => {
    const before = process.env;
    process.env = awsEnvironment(rig().proxy.url, { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' });
    try {
      const result = await checkPool({ userPoolId, userPoolName });
      return { code: { passed: 0, failed: 1, error: 2 }[result.status], result };
    } finally {
      process.env = before;
    }
  };

  /** Makes a pool, or sees it refused where the emulator cannot have it. */
  const make = async (title: string, changes?: Changes): Promise<string | undefined> => {
    const { refusedBy } = differences.pools[title] ?? {};
    if (refusedBy === undefined) return (await rig().cli.make(learnerPool(changes))).userPoolId;
    const made = await rig()
      .cli.make(learnerPool(changes))
      .catch((error: unknown) => String(error));
    expect(made).to.be.a('string').and.include(`when calling the ${refusedBy} operation`);
    return undefined;
  };

  describe('right pools', () => {
    for (const { title, changes, agreedName } of rightPools)
      it(title, async () => {
        const userPoolId = await make(title, changes);
        if (userPoolId === undefined) return;
        const { code, result } = await look(userPoolId, agreedName);
        const settings = checksIn(result).filter(({ kind }) => kind === 'setting');
        const expected = expectedOf(differences, settings);
        expect(notPassed(settings)).to.deep.equal(expected);
        expect(code).to.equal(exitCodeOf(expected));
        expect(result.calls).to.deep.equal(fiveCalls);
        expect([...new Set(rig().proxy.operations)]).to.have.members(Object.keys(fiveCalls));
        expect(result.target).to.include({ kind: 'aws', userPoolId, region: 'us-east-1' });
      });
  });

  describe('wrong pools', () => {
    const firstOfCheck = new Set([...new Map([...wrongPools].reverse().map((wrong) => [wrong.check, wrong])).values()]);
    for (const wrong of wrongPools)
      it(`${wrong.check}: ${wrong.title}`, async () => {
        const userPoolId = await make(wrong.title, wrong.changes);
        if (userPoolId === undefined) return;
        const whole = firstOfCheck.has(wrong);
        const { code, result } = await (whole ? look : lookHere)(userPoolId, wrong.agreedName);
        const settings = checksIn(result).filter(({ kind }) => kind === 'setting');
        const expected = { [wrong.check]: 'failed' as const, ...expectedOf(differences, settings) };
        expect(notPassed(settings)).to.deep.equal(expected);
        expect(code).to.equal(exitCodeOf(expected));
        const failed = settings.find(({ status }) => status === 'failed');
        expect(brokenIn(failed)).to.deep.equal(wrong.findings.map(inOrder));
        if (whole) await expectInReport(userPoolId, wrong);
      });

    const expectInReport = async (userPoolId: string, { findings, agreedName }: WrongPool): Promise<void> => {
      const name = agreedName === undefined ? [] : ['--user-pool-name', agreedName];
      const { stdout } = await check(rig().proxy.url, '--user-pool-id', userPoolId, ...name);
      const report = withoutSpace(stdout);
      for (const { setting, expected, actual } of findings) {
        expect(report).to.include(withoutSpace(setting));
        expect(report).to.include(withoutSpace(`expected ${JSON.stringify(expected)}`));
        expect(report).to.include(withoutSpace(`found ${JSON.stringify(actual)}`));
      }
    };
  });

  describe('one permission missing', () => {
    for (const operation of Object.keys(fiveCalls))
      it(`${operation}: the checks that need it could not look, the others keep their verdict`, async () => {
        const { userPoolId } = await rig().cli.make(learnerPool({ pool: { '--mfa-configuration': ['ON'] } }));
        rig().proxy.faults.set(operation, accessDenied);
        const { code, result } = await look(userPoolId);
        const settings = checksIn(result).filter(({ kind }) => kind === 'setting');
        const expected = {
          'mfa-off': 'failed',
          ...expectedOf(differences, settings),
          ...Object.fromEntries(needing(operation).map((id) => [id, 'error'])),
        };
        expect(notPassed(settings)).to.deep.equal(expected);
        expect(code).to.equal(2);
        for (const id of needing(operation))
          expect(settings.find((check) => check.id === id)?.reason).to.equal(`No permission for ${operation}.`);
      });
  });

  it('a wrong pool for every check that reads a setting, and no difference that is none', () => {
    const settings = checksOf(readLab().catalogue).filter(({ kind }) => kind === 'setting');
    // Whether there is a pool cannot be wrong of one that is named by its id.
    const tried = ['user-pool-exists', ...wrongPools.map((wrong) => wrong.check)];
    expect([...new Set(tried)]).to.have.members(settings.map(({ id }) => id));
    expect([...rightPools, ...wrongPools].map(({ title }) => title)).to.include.members(Object.keys(differences.pools));
  });

  it('a pool that was deleted is none, and says nothing about the learner', async () => {
    const { userPoolId } = await rig().cli.make(learnerPool({ clients: [], users: [] }));
    await rig().cli.call('delete-user-pool', '--user-pool-id', userPoolId);
    const { code, result } = await look(userPoolId);
    expect(code).to.equal(2);
    expect(Object.values(notPassed(checksIn(result))))
      .to.include('error')
      .and.not.include('failed');
  });
}

/** The checks that cannot be looked at without an operation. */
const needing = (operation: string): string[] => {
  const others: Record<string, string[]> = {
    ListIdentityProviders: ['provider-cognito'],
    ListUserPoolClients: ['app-client'],
    DescribeUserPoolClient: ['app-client'],
    ListUsers: ['user-created'],
  };
  const ofOthers = Object.values(others).flat();
  const ofPool = ['user-pool-exists', ...new Set(wrongPools.map((wrong) => wrong.check))];
  return others[operation] ?? ofPool.filter((id) => !ofOthers.includes(id));
};

type Broken = WrongPool['findings'][number];

const brokenIn = (failed?: CheckResult): Broken[] =>
  (failed?.findings ?? [])
    .filter(({ holds }) => !holds)
    .map(({ setting, expected, actual }) => inOrder({ setting, expected, actual }));

/** Neither AWS nor an emulator promises an order of attributes. */
const inOrder = ({ setting, expected, actual }: Broken): Broken => ({
  setting,
  expected: sorted(expected),
  actual: sorted(actual),
});
const sorted = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[]).toSorted() : value);

/** The report is folded at the width of the terminal. */
const withoutSpace = (text: string): string => text.replace(/\s+/g, '');
