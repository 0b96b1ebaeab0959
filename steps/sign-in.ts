import { Then, When, type DataTable } from '@cucumber/cucumber';
import { expect } from 'chai';
import { challengeOf } from '../support/runner/test-users/challenge';
import { attributeName, signInOptions } from '../support/lab/vocabulary';
import { firstColumn } from '../support/runner/world/tables';
import type { LabWorld } from '../support/runner/world/world';

Then('the provider types should be exactly {labels}', async function (this: LabWorld, labels: string[]) {
  const providers = await (await this.reader()).identityProviders();
  const expected = labels.filter((label) => label !== 'Cognito user pool');
  const actual = providers.map(({ ProviderName = '' }) => ProviderName);
  this.attest([
    {
      setting: 'Providers',
      expected,
      actual,
      source: 'ListIdentityProviders',
      assert: () => expect(actual, 'the external identity providers').to.have.members(expected),
    },
  ]);
});

Then('the sign-in options should be exactly {labels}', async function (this: LabWorld, labels: string[]) {
  const pool = await (await this.reader()).pool();
  const options = signInOptions(labels);
  this.attest(
    (['UsernameAttributes', 'AliasAttributes'] as const).map((setting) => {
      const actual = pool[setting] ?? [];
      return {
        setting,
        expected: options[setting],
        actual,
        source: 'DescribeUserPool',
        assert: () => expect(actual, setting).to.have.members(options[setting]),
      };
    }),
  );
});

When('the user tries to sign in by each of', async function (this: LabWorld, table: DataTable) {
  const { cast, person } = await this.stage();
  for (const label of firstColumn(table))
    this.attempts.set(label, await cast.signIn(person, person.attributes[attributeName(label)] ?? ''));
});

Then('only the sign-in by {string} should be accepted', function (this: LabWorld, accepted: string) {
  this.attestOnly(accepted, 'sign-in by', 'InitiateAuth');
});

When('the user signs in', async function (this: LabWorld) {
  const { cast, person } = await this.stage();
  this.attempts.set('sign-in', await cast.signIn(person, person.username));
});

Then('no second factor should be asked for', function (this: LabWorld) {
  const actual = challengeOf(this.attempt('sign-in')).name;
  this.attest([
    {
      setting: 'ChallengeName',
      expected: 'none',
      actual,
      source: 'InitiateAuth',
      assert: () => expect(actual, 'what is asked for after the password').to.equal('none'),
    },
  ]);
});

Then('a new password should be asked for', function (this: LabWorld) {
  const actual = challengeOf(this.attempt('sign-in')).name;
  this.attest([
    {
      setting: 'ChallengeName',
      expected: 'NEW_PASSWORD_REQUIRED',
      actual,
      source: 'InitiateAuth',
      assert: () => expect(actual, 'what the first sign-in asks for').to.equal('NEW_PASSWORD_REQUIRED'),
    },
  ]);
});

Then('the attributes asked for should be exactly', function (this: LabWorld, table: DataTable) {
  const expected = firstColumn(table).map(attributeName);
  const actual = challengeOf(this.attempt('sign-in')).requiredAttributes;
  this.attest([
    {
      setting: 'ChallengeParameters.requiredAttributes',
      expected,
      actual,
      source: 'InitiateAuth',
      assert: () => expect(actual, 'the attributes that the first sign-in asks for').to.have.members(expected),
    },
  ]);
});
