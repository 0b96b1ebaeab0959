import { Then, When, type DataTable } from '@cucumber/cucumber';
import { expect } from 'chai';
import { mfaConfiguration, passwordPolicy } from '../support/lab/vocabulary';
import { present } from '../support/pool/present';
import type { LabWorld } from '../support/world/world';

Then('the password policy should be', async function (this: LabWorld, table: DataTable) {
  const { Policies } = await (await this.reader()).pool();
  const policy = present(Policies?.PasswordPolicy, 'DescribeUserPool', 'Policies.PasswordPolicy');
  this.attest(
    Object.entries(passwordPolicy(table.rowsHash())).map(([member, expected]: [string, unknown]) => {
      const setting = `Policies.PasswordPolicy.${member}`;
      // AWS leaves PasswordHistorySize out where no password is remembered; it answers with all the others.
      const value = policy[member as keyof typeof policy] ?? (member === 'PasswordHistorySize' ? 0 : undefined);
      const actual = present(value, 'DescribeUserPool', setting);
      return {
        setting,
        expected,
        actual,
        source: 'DescribeUserPool',
        assert: () => expect(actual, setting).to.equal(expected),
      };
    }),
  );
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
