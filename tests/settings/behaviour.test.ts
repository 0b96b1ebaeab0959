import { expect } from 'chai';
import { labOfFeatures } from '../support/lab-folder';
import type { LabResult } from '../../support/lab/result/result';
import { planOf } from '../../support/lab/solution/choices';
import { runLab } from '../../support/runner/run-lab';
import { LabSession } from '../../support/runner/session/lab-session';
import { simulate } from '../../support/targets/mock/simulate';

type Choices = Record<string, unknown>;

/** What a behaviour check says, a pool that it is true of, and pools that it is not. */
interface Proof {
  what: string;
  steps: string[];
  right: Choices;
  wrong: Choices[];
}

const base: Choices = {
  'Create user pool': true,
  'Cognito user pool sign-in options': ['Email'],
  'Attribute verification and user account confirmation': 'Keep the default',
};

const totp: Choices = { 'MFA enforcement': 'Require MFA', 'MFA methods': ['Authenticator apps'] };
const web: Choices = { 'App client name': 'web' };
const sms: Choices = { 'IAM role for SMS': 'lab-sms' };

const proofs: Proof[] = [
  {
    what: 'an authenticator app is asked for and accepted',
    steps: [
      'Given a user of the pool with an authenticator app',
      'When the user signs in',
      'Then a code of the authenticator app should be asked for',
      'When the user answers with a code of the authenticator app',
      'Then the sign-in should be accepted',
    ],
    right: totp,
    wrong: [{}, { 'MFA enforcement': 'Optional MFA', 'MFA methods': ['SMS message'], ...sms }],
  },
  {
    what: 'an authenticator app is accepted where it is optional',
    steps: [
      'Given a user of the pool with an authenticator app',
      'When the user signs in',
      'And the user answers with a code of the authenticator app',
      'Then the sign-in should be accepted',
    ],
    right: { ...totp, 'MFA enforcement': 'Optional MFA' },
    wrong: [{ 'MFA enforcement': 'No MFA' }],
  },
  {
    what: 'a user without a second factor has to set one up',
    steps: [
      'Given a user of the pool with a password',
      'When the user signs in',
      'Then a code of the authenticator app should be asked for',
    ],
    right: totp,
    wrong: [{ ...totp, 'MFA enforcement': 'Optional MFA' }],
  },
  {
    what: 'nobody signs up without an administrator',
    steps: ['Given a visitor', 'When the visitor signs up', 'Then the sign-up should be refused'],
    right: { 'Self-registration': false },
    wrong: [{}],
  },
  {
    what: 'the code goes out by SMS',
    steps: [
      'Given a visitor',
      'When the visitor signs up',
      'Then the confirmation code should go to their "Phone number"',
    ],
    right: { ...sms, 'Attribute verification and user account confirmation': 'Send SMS message, verify phone number' },
    wrong: [{}, { 'Attribute verification and user account confirmation': "Don't automatically send messages" }],
  },
  {
    what: 'a token expires as it was set',
    steps: [
      'Given a user of the pool with a password',
      'When the user signs in with the app client "web"',
      'Then the access token should be good for 15 minutes',
      'And the ID token should be good for 2 hours',
    ],
    right: { ...web, 'Access token expiration': '15 minutes', 'ID token expiration': '2 hours' },
    wrong: [
      { ...web, 'ID token expiration': '2 hours' },
      { ...web, 'Access token expiration': '15 minutes' },
    ],
  },
  {
    what: 'the groups are in the token',
    steps: [
      'Given a user of the pool in the group "admins"',
      'When the user signs in',
      'Then the groups in the ID token should be exactly "admins"',
    ],
    right: { Groups: [{ 'Group name': 'admins' }] },
    wrong: [{}, { Groups: [{ 'Group name': 'staff' }] }],
  },
  {
    what: 'another group is not in the token',
    steps: [
      'Given a user of the pool in the group "staff"',
      'When the user signs in',
      'Then the groups in the access token should be exactly "staff"',
    ],
    right: { Groups: [{ 'Group name': 'staff' }, { 'Group name': 'admins' }] },
    wrong: [],
  },
  {
    what: 'the secret is needed',
    steps: [
      'Given a user of the pool with a password',
      'When the user signs in with the app client "web" without its secret',
      'Then the sign-in should be refused',
    ],
    right: { ...web, 'Client secret': 'Generate a client secret' },
    wrong: [web, {}],
  },
  {
    what: 'the secret is enough',
    steps: [
      'Given a user of the pool with a password',
      'When the user signs in with the app client "web"',
      'Then the sign-in should be accepted',
    ],
    right: {
      ...web,
      'Client secret': true,
      'Refresh token rotation': true,
      'Authentication flows': ['ALLOW_USER_SRP_AUTH'],
    },
    wrong: [{ ...web, ...totp }],
  },
];

async function run(steps: string[], choices: Choices): Promise<LabResult> {
  const session = new LabSession(simulate(planOf({ tasks: [{ id: 1, choices: { ...base, ...choices } }] })));
  try {
    const feature = [
      '@task-1',
      'Feature: Task 1: Proof',
      '  @behaviour @check:proof @points:1',
      '  Scenario: It is so',
      '    Hint: Do it.',
      '    Classic wizard: x',
      '    Console: x',
      '    Docs: https://docs.aws.amazon.com/cognito/',
      '',
      ...steps.map((step) => `    ${step}`),
    ].join('\n');
    return await runLab(labOfFeatures({ 'features/task-1.feature': feature }), session);
  } finally {
    await session.close();
  }
}

describe('What a setting means', () => {
  for (const { what, steps, right, wrong } of proofs) {
    it(`${what}: passes where it is so`, async () => {
      const [check] = (await run(steps, right)).tasks[0]?.checks ?? [];
      expect(check?.status, check?.reason).to.equal('passed');
    });

    for (const [at, choices] of wrong.entries())
      it(`${what}: fails where it is not, ${at + 1}`, async () => {
        const [check] = (await run(steps, choices)).tasks[0]?.checks ?? [];
        expect(check?.status, check?.reason).to.equal('failed');
      });
  }

  it('is an error where it cannot be tried: a second factor that comes before', async () => {
    const [check] = (await run(proofs[0]!.steps, { ...totp, ...sms, 'MFA methods': ['SMS message'] })).tasks[0]!.checks;
    expect(check?.status).to.equal('error');
    expect(check?.reason).to.include('after the password comes SMS_MFA');
  });
});
