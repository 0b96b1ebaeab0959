import { Then, When, type DataTable } from '@cucumber/cucumber';
import { expect } from 'chai';
import { mfaConfiguration, passwordPolicy } from '../support/lab/vocabulary';
import { present } from '../support/pool/present';
import type { LabWorld } from '../support/world/world';

Then('the password policy should be', async function (this: LabWorld, table: DataTable) {
  const { Policies } = await (await this.reader()).pool();
  const policy = present(Policies?.PasswordPolicy, 'DescribeUserPool', 'Policies.PasswordPolicy');
  const asked = Object.entries(passwordPolicy(table.rowsHash())).map(([member, expected]: [string, unknown]) => ({
    setting: `Policies.PasswordPolicy.${member}`,
    expected,
    // AWS leaves PasswordHistorySize out where no password is remembered; it answers with all the others.
    actual: policy[member as keyof typeof policy] ?? (member === 'PasswordHistorySize' ? 0 : undefined),
    source: 'DescribeUserPool',
  }));
  // First what is there: a value that breaks the lab does so whatever else the answer lacks.
  this.attest(
    asked
      .filter(({ actual }) => actual !== undefined)
      .map((seen) => ({ ...seen, assert: () => expect(seen.actual, seen.setting).to.equal(seen.expected) })),
  );
  for (const { setting, actual, source } of asked) present(actual, source, setting);
});

Then('multi-factor authentication should be {string}', async function (this: LabWorld, label: string) {
  const { MfaConfiguration } = await (await this.reader()).pool();
  const expected = mfaConfiguration(label);
  const actual = present(MfaConfiguration, 'DescribeUserPool', 'MfaConfiguration');
  this.attest([
    {
      setting: 'MfaConfiguration',
      expected,
      actual,
      source: 'DescribeUserPool',
      assert: () => expect(actual, 'MfaConfiguration').to.equal(expected),
    },
  ]);
});

When('the user is given each of these passwords in turn', async function (this: LabWorld, table: DataTable) {
  const { cast, person } = await this.stage();
  for (const [password = ''] of table.raw()) this.attempts.set(password, await cast.setPassword(person, password));
});

Then('only the password {string} should be accepted', function (this: LabWorld, password: string) {
  this.attestOnly(password, 'password', 'AdminSetUserPassword');
});
