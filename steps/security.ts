import { Then, When, type DataTable } from '@cucumber/cucumber';
import { expect } from 'chai';
import { mfaConfiguration, passwordPolicy } from '../support/lab/vocabulary';
import { effectivePasswordPolicy, present } from '../support/runner/world/readings';
import type { LabWorld } from '../support/runner/world/world';

Then('the password policy should be', async function (this: LabWorld, table: DataTable) {
  const policy = effectivePasswordPolicy(await (await this.reader()).pool());
  const wanted = Object.entries(passwordPolicy(table.rowsHash()));
  const isThere = ([member]: [string, unknown]): boolean => policy[member] !== undefined;
  this.attest(
    wanted.filter(isThere).map(([member, expected]: [string, unknown]) => {
      const setting = `Policies.PasswordPolicy.${member}`;
      const actual = policy[member];
      return {
        setting,
        expected,
        actual,
        source: 'DescribeUserPool',
        assert: () => expect(actual, setting).to.equal(expected),
      };
    }),
  );
  // What is there and wrong decides; where all that is there is right, what is not there is still not known.
  for (const [member] of wanted) present(policy[member], 'DescribeUserPool', `Policies.PasswordPolicy.${member}`);
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
