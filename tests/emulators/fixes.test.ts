import { CreateUserPoolCommand, type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { connect } from '../../support/aws/connect';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { attach } from '../../support/targets/aws-target';
import { play } from '../../support/targets/owned/play-plan';
import { planOf } from '../../support/lab/solution/choices';
import { isShellInstalled, shells, type Shell } from '../docs/pasted-page';
import { idsOf, runOn, solutionWith } from '../lab/run';
import { awsEnvironment, isInstalled, run } from '../support/program';

/** One wrong choice of each kind: the shells and the CLI itself are tried here, every fault in tests/lab/fixes.test.ts. */
const wrong: [task: number, choices: Record<string, unknown>, check: string][] = [
  [
    3,
    {
      'Provider types': ['Cognito user pool', 'Federated identity providers'],
      'Federated sign-in options': ['Google'],
    },
    'provider-cognito',
  ],
  [3, { 'Cognito user pool sign-in options': ['User name', 'Email'] }, 'sign-in-email-only'],
  [4, { 'Password policy mode': 'Custom', 'Password minimum length': 6 }, 'password-policy-default'],
  [4, { 'MFA enforcement': 'Require MFA' }, 'mfa-off'],
  [5, { 'Allow users to sign themselves up': false }, 'self-sign-up'],
  [5, { 'Required attributes': ['Name', 'Birthdate'], 'Custom attributes': ['team'] }, 'required-attributes'],
  [7, { 'App client name': 'KekeClient' }, 'app-client'],
  [8, { 'Create user': undefined }, 'user-created'],
];

describe('The commands of a fix, pasted into a shell with the AWS CLI', function () {
  let sandbox: RunningServer;
  let owner: CognitoIdentityProviderClient;
  const before_ = { ...process.env };

  before(async function () {
    if (!isInstalled('aws', ['--version'])) {
      console.log('    The AWS CLI is not installed here: these tests are skipped.');
      this.skip();
    }
    sandbox = await startServer();
    Object.assign(process.env, awsEnvironment(sandbox.url));
    owner = (await connect()).client;
  });
  after(async () => {
    process.env = before_;
    owner?.destroy();
    await sandbox?.close();
  });

  for (const shell of Object.keys(shells) as Shell[])
    for (const [task, choices, check] of wrong)
      it(`put it right in ${shell}: ${check}`, async function () {
        if (!isShellInstalled(shell)) this.skip();
        let userPoolId = '';
        await play(owner, planOf(solutionWith(task, choices)), {}, async (input) => {
          const { UserPool } = await owner.send(
            new CreateUserPoolCommand({ ...input, EmailVerificationMessage: 'Für dich: {####} "`$(id)`"' }),
          );
          return (userPoolId = UserPool?.Id ?? '');
        });
        const first = await runOn(await attach(userPoolId, { unknownMembers: true }));
        expect(idsOf(first, 'failed')).to.deep.equal([check]);
        const { commands = [] } = first.shortestFix ?? {};
        const script = [...commands, `echo "POOL=\${NEW_POOL_ID:-${userPoolId}}"`].join('\n');
        const { code, stdout, stderr } = await run(shell, ['-ec', script], { env: awsEnvironment(sandbox.url) });
        expect(stderr).to.equal('');
        expect(code).to.equal(0);
        const [, now = ''] = /^POOL=(.+)$/m.exec(stdout) ?? [];
        const second = await runOn(await attach(now, { unknownMembers: true }));
        expect(second.status).to.equal('passed');
        const pool = sandbox.cognito.store.pools.get(now);
        expect(pool?.settings.EmailVerificationMessage).to.equal('Für dich: {####} "`$(id)`"');
      });
});
