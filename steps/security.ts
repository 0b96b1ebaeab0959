import { Then, When, type DataTable } from '../support/runner/cucumber/definitions';
import { phrases } from '../support/lab/phrases';
import { passwordPolicy } from '../support/lab/vocabulary';
import { equalTo } from '../support/runner/findings/comparisons';
import type { LabWorld } from '../support/runner/world/world';

Then(phrases.passwordPolicy.expression, async function (this: LabWorld, table: DataTable) {
  const expected = Object.entries({ ...passwordPolicy(table.rowsHash()) });
  const readings = await (await this.settings()).passwordPolicy(expected.map(([member]) => member));
  this.verify(...readings.map((reading, at) => ({ ...reading, should: equalTo(expected[at]?.[1]) })));
});

When(phrases.passwords.expression, async function (this: LabWorld, table: DataTable) {
  const users = await this.testUsers();
  const user = await this.currentUser();
  for (const [password = ''] of table.raw()) this.attempts.set(password, await users.setPassword(user, password));
});

Then(phrases.onlyPassword.expression, function (this: LabWorld, password: string) {
  this.verifyOnly(password, 'password', 'AdminSetUserPassword');
});
