import { Then, When, type DataTable } from '@cucumber/cucumber';
import { settingNamed } from '../support/lab/settings';
import { passwordPolicy } from '../support/lab/vocabulary';
import { equalTo } from '../support/runner/findings/comparisons';
import type { LabWorld } from '../support/runner/world/world';

Then('the password policy should be', async function (this: LabWorld, table: DataTable) {
  const expected = Object.entries({ ...passwordPolicy(table.rowsHash()) });
  const readings = await (await this.settings()).passwordPolicy(expected.map(([member]) => member));
  this.verify(...readings.map((reading, at) => ({ ...reading, should: equalTo(expected[at]?.[1]) })));
});

Then('multi-factor authentication should be {string}', async function (this: LabWorld, label: string) {
  const mfa = await (await this.settings()).member('MfaConfiguration');
  this.verify({ ...mfa, should: equalTo(settingNamed('multi-factor authentication')?.values.toAws(label)) });
});

When('the user is given each of these passwords in turn', async function (this: LabWorld, table: DataTable) {
  const users = await this.testUsers();
  const user = await this.currentUser();
  for (const [password = ''] of table.raw()) this.attempts.set(password, await users.setPassword(user, password));
});

Then('only the password {string} should be accepted', function (this: LabWorld, password: string) {
  this.verifyOnly(password, 'password', 'AdminSetUserPassword');
});
