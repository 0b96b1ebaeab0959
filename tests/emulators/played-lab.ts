import { expect } from 'chai';
import { CheckProcess, checkResult } from './check-process';
import { checksIn, exitCodeOf, expectedOf, notPassed, type Differences } from './differences';
import { accessDenied, internalError } from './recording-proxy';
import type { Rig } from './rig';

const interruptions: [NodeJS.Signals, string][] = [
  ['SIGINT', 'CreateUserPool'],
  ['SIGINT', 'CreateUserPoolClient'],
  ['SIGINT', 'AdminCreateUser'],
  ['SIGINT', 'DescribeUserPool'],
  ['SIGINT', 'SignUp'],
  ['SIGINT', 'DeleteUserPool'],
  ['SIGTERM', 'CreateUserPool'],
  ['SIGTERM', 'InitiateAuth'],
  ['SIGHUP', 'AdminSetUserPassword'],
];

const faults = { 'an internal error': internalError, 'a refused permission': accessDenied };
const faulty = ['CreateUserPoolClient', 'AdminCreateUser', 'DescribeUserPool', 'AdminSetUserPassword', 'SignUp'];

const stack = /^\s+at /m;

/** The line that removes a pool by hand, wherever the terminal that it is pasted into is. */
const byHand = (userPoolId = ''): RegExp =>
  new RegExp(`aws cognito-idp delete-user-pool --region \\S+ --user-pool-id ${userPoolId}$`, 'm');

/** The lab played by `check --target aws`, and what is left of it: nothing, or word of what is left. */
export function testPlayedLab(differences: Differences, rig: () => Rig): void {
  let others: string[];
  /** What a test is meant to leave behind. */
  let left: string[];

  beforeEach('somebody else has a pool of the same name', async () => {
    rig().proxy.reset();
    left = [];
    others = await rig().cli.pools();
    if (others.length) return;
    await rig().cli.call('create-user-pool', '--pool-name', 'keke user pool');
    others = await rig().cli.pools();
  });

  afterEach('our pool is gone, and those of others are not', async () => {
    expect(rig().proxy.operations).to.include('CreateUserPool');
    expect(await rig().cli.pools()).to.have.members([...others, ...left]);
    for (const userPoolId of left) await rig().cli.call('delete-user-pool', '--user-pool-id', userPoolId);
  });

  const play = () => checkResult(rig().proxy.url, '--target', 'aws');

  it('comes to what the emulator’s differences from AWS say, neither more nor less', async () => {
    const { code, result } = await play();
    const checks = checksIn(result);
    const expected = expectedOf(differences, checks);
    expect(Object.keys(expected)).to.have.members(Object.keys(differences.checks));
    expect(notPassed(checks)).to.deep.equal(expected);
    expect(checks.filter(({ status }) => status === 'passed').length).to.be.greaterThan(checks.length / 2);
    expect(code).to.equal(exitCodeOf(expected));
    expect(rig().proxy.operations.filter((operation) => operation === 'CreateUserPool')).to.have.length(1);
    expect(rig().proxy.operations.at(-1)).to.equal('DeleteUserPool');
  });

  for (const [signal, operation] of interruptions)
    it(`leaves nothing after ${signal} during ${operation}`, async () => {
      const held = rig().proxy.hold(operation);
      const running = new CheckProcess(rig().proxy.url, ['--target', 'aws', '--format', 'json']);
      const { release } = await held;
      await running.interrupt(signal);
      release();
      const { code, stdout, stderr } = await running.end();
      expect(code).to.equal(2);
      expect(stdout).to.equal('');
      expect(stderr)
        .to.match(/interrupted/)
        .and.not.match(stack);
    });

  for (const [what, fault] of Object.entries(faults))
    for (const operation of faulty)
      it(`leaves nothing after ${what} in ${operation}`, async () => {
        rig().proxy.faults.set(operation, fault);
        const { code, result, stderr } = await play();
        expect(code).to.equal(2);
        const couldNotLook = checksIn(result).filter(({ status }) => status === 'error');
        const known = Object.keys(differences.checks);
        const because = couldNotLook.filter(({ id }) => !known.includes(id)).map(({ reason }) => reason);
        expect(because).to.not.be.empty;
        for (const reason of because) expect(reason).to.include(operation);
        expect(stderr).not.to.match(stack);
      });

  it('says what it could not remove, and how to, beside the report', async () => {
    rig().proxy.faults.set('DeleteUserPool', accessDenied);
    const { code, result, stderr } = await play();
    left = [result.target.userPoolId ?? ''];
    expect(code).to.equal(2);
    expect(stderr).to.include('No permission for DeleteUserPool');
    expect(stderr).to.match(byHand(left[0])).and.not.match(stack);
  });

  it('ends at once when it is interrupted twice, and says what is left', async () => {
    // The removal that the first signal starts never reaches the service, or it could be faster than the second.
    rig().proxy.faults.set('DeleteUserPool', accessDenied);
    const held = rig().proxy.hold('AdminCreateUser');
    const removing = rig().proxy.hold('DeleteUserPool');
    const running = new CheckProcess(rig().proxy.url, ['--target', 'aws']);
    const { release } = await held;
    left = (await rig().cli.pools()).filter((id) => !others.includes(id));
    await running.interrupt('SIGINT');
    const { release: answerRemoval } = await removing;
    await running.interrupt('SIGINT');
    const { code, stdout, stderr } = await running.end();
    release();
    answerRemoval();
    expect(code).to.equal(2);
    expect(stdout).to.equal('');
    expect(stderr).to.match(byHand(left[0])).and.not.match(stack);
  });
}
