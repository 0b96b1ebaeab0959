import { CreateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { existingTarget, makePool, type ExistingSimulation, type MadePool } from '../../fixtures/corpus/made-pool';
import { wrongChoices } from '../../fixtures/corpus/wrong-choices';
import { wrongPools } from '../../fixtures/corpus/wrong-pools';
import { PoolReader } from '../../support/aws/pool/pool-reader';
import { settingsOf, type Settings } from '../../support/commands/drift/comparable-settings';
import { compare } from '../../support/commands/drift/compare-answers';
import { readAnswers } from '../../support/commands/drift/read-answers';
import { planOf } from '../../support/lab/solution/choices';
import type { LabResult } from '../../support/lab/result/result';
import { play } from '../../support/targets/owned/play-plan';
import { idsOf, runOn, solutionWith } from './run';
import { Shell } from './paste';

/** Settings that AWS has no one without the other of. */
const goTogether: Record<string, RegExp> = {
  'mfa-off': /^(UserPool\.MfaConfiguration|MfaConfig\.)/,
  'password-policy-default': /^UserPool\.(Policies\.PasswordPolicy|AdminCreateUserConfig\.UnusedAccountValidityDays)/,
  'provider-cognito': /^IdentityProviders\[/,
  'email-verified-at-sign-up': /^UserPool\.AutoVerifiedAttributes/,
  'self-sign-up': /^UserPool\.AdminCreateUserConfig\.AllowAdminCreateUserOnly/,
  'cognito-email': /^UserPool\.EmailConfiguration/,
  'user-pool-name': /^UserPool\.Name/,
  'app-client': /^UserPoolClients\[/,
  'user-created': /^$/,
  'sign-in-email-only': /^UserPool\.(UsernameAttributes|AliasAttributes)/,
  'required-attributes': /^UserPool\.SchemaAttributes\[\w+\]\.Required$/,
};

const settings = async ({ owner, userPoolId }: ExistingSimulation): Promise<Settings> =>
  settingsOf((await readAnswers(new PoolReader(owner, userPoolId))).answers);

/** Settings that a lab does not look at, so that a command that forgets one is seen to. */
const rich: MadePool['pool'] = {
  DeletionProtection: 'ACTIVE',
  UserPoolTags: { course: 'cloud' },
  UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' },
  UserPoolTier: 'PLUS',
  DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true },
  SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/keke-sms', ExternalId: 'kept-out-of-commands' },
  SmsAuthenticationMessage: 'Your code: {####}',
  EmailVerificationSubject: '"quoted" $(rm -rf /) `id` – äöü',
  EmailVerificationMessage: "It's {####}",
  AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'admin_only' }] },
  LambdaConfig: { PreSignUp: 'arn:aws:lambda:us-east-1:123456789012:function:keke' },
};

/** Checks a pool, pastes the commands of a failed check, and checks what there is then. */
async function putRight(
  made: ExistingSimulation,
  check: string,
  agreement: MadePool['agreement'],
): Promise<{ before: Settings; after: Settings; result: LabResult; first: LabResult; shell: Shell }> {
  const before = await settings(made);
  const first = await runOn(existingTarget(made), agreement);
  const fix = first.tasks.flatMap(({ checks }) => checks).find(({ id }) => id === check)?.fix;
  const shell = new Shell(made.owner);
  expect(fix?.commands, fix?.note).to.not.be.empty;
  expect(fix?.powershell).to.have.lengthOf(fix?.commands.length ?? 0);
  for (const command of fix?.commands ?? []) await shell.run(command);
  const now = { ...made, userPoolId: shell.variables.get('NEW_POOL_ID') ?? made.userPoolId };
  const result = await runOn(existingTarget(now), agreement);
  return { before, after: await settings(now), result, first, shell };
}

const isRecreated = (check: string): boolean => ['sign-in-email-only', 'required-attributes'].includes(check);

const faults: [
  name: string,
  check: string,
  make: () => Promise<ExistingSimulation>,
  agreement: MadePool['agreement'],
][] = [
  ...Object.entries(wrongPools).flatMap(([check, pools]) =>
    Object.entries(pools).map(
      ([what, made]) =>
        [
          `${check}: ${what}`,
          check,
          () => makePool({ ...made, pool: { ...rich, ...made.pool } }),
          made.agreement,
        ] as never,
    ),
  ),
  ...wrongChoices.map(
    ({ task, what, choices, fails }) =>
      [
        `${fails}: ${what} (a choice)`,
        fails,
        async () => {
          const made = await makePool({});
          let userPoolId = '';
          await play(made.owner, planOf(solutionWith(task, choices)), {}, async (input) => {
            const { UserPool } = await made.owner.send(new CreateUserPoolCommand(input));
            return (userPoolId = UserPool?.Id ?? '');
          });
          return { ...made, userPoolId };
        },
        undefined,
      ] as never,
  ),
];

describe('The commands of a fix, pasted', () => {
  for (const [name, check, make, agreement] of faults)
    it(`put it right and change nothing else: ${name}`, async () => {
      const made = await make();
      const { before, after, result, first, shell } = await putRight(made, check, agreement);
      expect(idsOf(result, 'failed')).to.deep.equal([]);
      expect(result.status).to.equal('passed');
      const changed = compare(before, after)
        .map(({ path }) => path)
        // A new pool has clients with ids of their own, which are compared by id.
        .filter((path) => !(isRecreated(check) && path.startsWith('UserPoolClients')));
      for (const path of changed) expect(path).to.match(goTogether[check] ?? /^$/);
      if (check !== 'user-created') expect(changed).to.not.be.empty.and.not.equal(isRecreated(check));
      const printed = JSON.stringify(first);
      for (const secret of ['kept-out-of-commands', 'function:keke', 'keke-sms', '123456789012'])
        expect(printed).to.not.include(secret);
      expect(shell.called.filter((call) => call.startsWith('create-user-pool')).length > 0).to.equal(
        isRecreated(check) || check === 'app-client',
      );
    });
});
