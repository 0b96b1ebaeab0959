import { expect } from 'chai';
import { readSolution } from '../../support/learner/solution';
import { idsOf, runLearner, solutionWith } from './run';

interface WrongChoice {
  task: number;
  what: string;
  choices: Record<string, unknown>;
  /** The one check that must fail. */
  fails: string;
  /** The setting that the report must name, and what was found there. */
  finding: { setting: string; actual: unknown };
}

const policy = 'Policies.PasswordPolicy';
const allKinds = [
  'Contains at least 1 number',
  'Contains at least 1 special character',
  'Contains at least 1 uppercase letter',
  'Contains at least 1 lowercase letter',
];
const without = (label: string): string[] => allKinds.filter((kind) => !kind.includes(label));
const signIn = (...options: string[]): Pick<WrongChoice, 'task' | 'choices' | 'fails'> => ({
  task: 3,
  choices: { 'Cognito user pool sign-in options': options },
  fails: 'sign-in-email-only',
});
const custom = (choices: Record<string, unknown>): Pick<WrongChoice, 'task' | 'choices' | 'fails'> => ({
  task: 4,
  choices: { 'Password policy mode': 'Custom', ...choices },
  fails: 'password-policy-default',
});
const required = (...labels: string[]): Pick<WrongChoice, 'task' | 'choices' | 'fails'> => ({
  task: 5,
  choices: { 'Required attributes': labels },
  fails: 'required-attributes',
});

const wrongChoices: WrongChoice[] = [
  {
    task: 3,
    what: 'a federated identity provider',
    choices: {
      'Provider types': ['Cognito user pool', 'Federated identity providers'],
      'Federated sign-in options': ['Google'],
    },
    fails: 'provider-cognito',
    finding: { setting: 'Providers', actual: ['Google'] },
  },
  {
    what: 'phone numbers to sign in with',
    ...signIn('Phone number'),
    finding: { setting: 'UsernameAttributes', actual: ['phone_number'] },
  },
  {
    what: 'email or phone to sign in with',
    ...signIn('Email', 'Phone number'),
    finding: { setting: 'UsernameAttributes', actual: ['email', 'phone_number'] },
  },
  {
    what: 'user names to sign in with',
    ...signIn('User name'),
    finding: { setting: 'UsernameAttributes', actual: [] },
  },
  {
    what: 'a user name with the email as an alias',
    ...signIn('User name', 'Email'),
    finding: { setting: 'AliasAttributes', actual: ['email'] },
  },
  {
    what: 'a minimum length of 6',
    ...custom({ 'Password minimum length': 6 }),
    finding: { setting: `${policy}.MinimumLength`, actual: 6 },
  },
  {
    what: 'a minimum length of 7',
    ...custom({ 'Password minimum length': 7 }),
    finding: { setting: `${policy}.MinimumLength`, actual: 7 },
  },
  {
    what: 'a minimum length of 9',
    ...custom({ 'Password minimum length': 9 }),
    finding: { setting: `${policy}.MinimumLength`, actual: 9 },
  },
  {
    what: 'the longest minimum length',
    ...custom({ 'Password minimum length': 99 }),
    finding: { setting: `${policy}.MinimumLength`, actual: 99 },
  },
  {
    what: 'no number in passwords',
    ...custom({ 'Password requirements': without('number') }),
    finding: { setting: `${policy}.RequireNumbers`, actual: false },
  },
  {
    what: 'no special character in passwords',
    ...custom({ 'Password requirements': without('special') }),
    finding: { setting: `${policy}.RequireSymbols`, actual: false },
  },
  {
    what: 'no uppercase letter in passwords',
    ...custom({ 'Password requirements': without('upper') }),
    finding: { setting: `${policy}.RequireUppercase`, actual: false },
  },
  {
    what: 'no lowercase letter in passwords',
    ...custom({ 'Password requirements': without('lower') }),
    finding: { setting: `${policy}.RequireLowercase`, actual: false },
  },
  {
    what: 'temporary passwords for a day',
    ...custom({ 'Temporary passwords set by administrators expire in': 1 }),
    finding: { setting: `${policy}.TemporaryPasswordValidityDays`, actual: 1 },
  },
  {
    what: 'temporary passwords for a year',
    ...custom({ 'Temporary passwords set by administrators expire in': 365 }),
    finding: { setting: `${policy}.TemporaryPasswordValidityDays`, actual: 365 },
  },
  {
    what: 'a history of passwords',
    ...custom({ 'Prevent use of previous passwords': 3 }),
    finding: { setting: `${policy}.PasswordHistorySize`, actual: 3 },
  },
  {
    task: 4,
    what: 'optional MFA',
    choices: { 'MFA enforcement': 'Optional MFA' },
    fails: 'mfa-off',
    finding: { setting: 'MfaConfiguration', actual: 'OPTIONAL' },
  },
  {
    task: 4,
    what: 'required MFA',
    choices: { 'MFA enforcement': 'Require MFA' },
    fails: 'mfa-off',
    finding: { setting: 'MfaConfiguration', actual: 'ON' },
  },
  {
    task: 5,
    what: 'no sign-up by users themselves',
    choices: { 'Allow users to sign themselves up': false },
    fails: 'self-sign-up',
    finding: { setting: 'AdminCreateUserConfig.AllowAdminCreateUserOnly', actual: true },
  },
  {
    task: 5,
    what: 'no verification of the address',
    choices: { 'Attribute verification and user account confirmation': "Don't automatically send messages" },
    fails: 'email-verified-at-sign-up',
    finding: { setting: 'AutoVerifiedAttributes', actual: [] },
  },
  { what: 'no required attributes', ...required(), finding: { setting: 'SchemaAttributes[].Required', actual: [] } },
  {
    what: 'a required attribute missing: name',
    ...required('Preferred username', 'Phone number'),
    finding: { setting: 'SchemaAttributes[].Required', actual: ['preferred_username', 'phone_number'] },
  },
  {
    what: 'a required attribute missing: preferred username',
    ...required('Name', 'Phone number'),
    finding: { setting: 'SchemaAttributes[].Required', actual: ['name', 'phone_number'] },
  },
  {
    what: 'a required attribute missing: phone number',
    ...required('Name', 'Preferred username'),
    finding: { setting: 'SchemaAttributes[].Required', actual: ['name', 'preferred_username'] },
  },
  {
    what: 'a required attribute too many',
    ...required('Name', 'Preferred username', 'Phone number', 'Birthdate'),
    finding: {
      setting: 'SchemaAttributes[].Required',
      actual: ['birthdate', 'name', 'phone_number', 'preferred_username'],
    },
  },
  {
    what: 'another name attribute',
    ...required('Given name', 'Preferred username', 'Phone number'),
    finding: { setting: 'SchemaAttributes[].Required', actual: ['given_name', 'phone_number', 'preferred_username'] },
  },
  {
    task: 6,
    what: 'mail by Amazon SES',
    choices: {
      'Email provider': 'Send email with Amazon SES',
      'SES identity': 'arn:aws:ses:us-east-1:123456789012:identity/keke@example.com',
    },
    fails: 'cognito-email',
    finding: { setting: 'EmailConfiguration.EmailSendingAccount', actual: 'DEVELOPER' },
  },
  {
    task: 6,
    what: "an SES identity for Cognito's own mail",
    choices: { 'SES identity': 'arn:aws:ses:us-east-1:123456789012:identity/keke@example.com' },
    fails: 'cognito-email',
    finding: {
      setting: 'EmailConfiguration.SourceArn',
      actual: 'arn:aws:ses:us-east-1:********9012:identity/k***@e***',
    },
  },
  {
    task: 7,
    what: 'another case in the client name',
    choices: { 'App client name': 'KekeClient' },
    fails: 'app-client',
    finding: { setting: 'UserPoolClients[].ClientName', actual: ['KekeClient'] },
  },
  {
    task: 7,
    what: 'a longer client name',
    choices: { 'App client name': 'kekeclient2' },
    fails: 'app-client',
    finding: { setting: 'UserPoolClients[].ClientName', actual: ['kekeclient2'] },
  },
  {
    task: 7,
    what: 'no app client',
    choices: { 'App client name': undefined, 'Client secret': undefined },
    fails: 'app-client',
    finding: { setting: 'UserPoolClients[].ClientName', actual: [] },
  },
  {
    task: 8,
    what: 'no user',
    choices: { 'Create user': undefined },
    fails: 'user-created',
    finding: { setting: 'Users[].Attributes.email', actual: 'no users' },
  },
];

describe('A wrong choice of the learner', () => {
  for (const { task, what, choices, fails, finding } of wrongChoices)
    it(`Task ${task}, ${what}: fails ${fails} and nothing else`, async () => {
      const result = await runLearner(solutionWith(task, choices));
      expect(idsOf(result, 'error')).to.deep.equal([]);
      expect(idsOf(result, 'failed')).to.deep.equal([fails]);
      expect(result.status).to.equal('failed');

      const check = result.tasks.flatMap(({ checks }) => checks).find(({ id }) => id === fails);
      const seen = check?.findings.find(({ setting, holds }) => setting === finding.setting && !holds);
      const actual = seen?.actual;
      expect(Array.isArray(actual) ? [...(actual as string[])].sort() : actual).to.deep.equal(
        Array.isArray(finding.actual) ? [...(finding.actual as string[])].sort() : finding.actual,
      );
      expect(check?.reason).to.include(finding.setting);
      // What does not run for want of it is shown under it, and is not one more fault.
      const blocked = result.tasks.flatMap(({ checks }) => checks).filter(({ status }) => status === 'blocked');
      for (const { id, blockedBy } of blocked) expect(blockedBy, id).to.equal(fails);
    });
});

describe('The name of the pool', () => {
  it('is any name where the class agreed on none', async () => {
    const result = await runLearner(solutionWith(7, { 'User pool name': 'whatever I like' }));
    expect(result.status).to.equal('passed');
  });

  it('is right where the learner typed what the class agreed on', async () => {
    const result = await runLearner(readSolution(), { userPoolName: 'class-of-2026' });
    expect(result.status).to.equal('passed');
  });

  it('is wrong where the learner left it to the console', async () => {
    const solution = solutionWith(7, { 'User pool name': undefined });
    const result = await runLearner(solution, { userPoolName: 'class-of-2026' });
    expect(idsOf(result, 'failed')).to.deep.equal(['user-pool-name']);
  });
});
