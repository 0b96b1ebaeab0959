import { Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { attributeName } from '../support/lab/vocabulary';
import { equalTo, exactly } from '../support/runner/findings/comparisons';
import { firstColumn } from '../support/runner/world/tables';
import type { LabWorld } from '../support/runner/world/world';

Given('a visitor', async function (this: LabWorld) {
  await this.currentUser();
});

Then('users should be able to sign themselves up', async function (this: LabWorld) {
  const adminOnly = await (await this.settings()).member('AdminCreateUserConfig.AllowAdminCreateUserOnly', false);
  this.verify({ ...adminOnly, should: equalTo(false) });
});

Then(
  'the attributes verified at sign-up should be exactly {labels}',
  async function (this: LabWorld, labels: string[]) {
    const verified = await (await this.settings()).member('AutoVerifiedAttributes', []);
    this.verify({ ...verified, should: exactly(labels.map(attributeName)) });
  },
);

Then('the required attributes should be exactly', async function (this: LabWorld, table: DataTable) {
  const expected = firstColumn(table).map(attributeName);
  this.verify({ ...(await (await this.settings()).requiredAttributes(expected)), should: exactly(expected) });
});

When('the visitor signs up', async function (this: LabWorld) {
  this.attempts.set('sign-up', await (await this.testUsers()).signUp(await this.currentUser()));
});

When('the visitor signs up, each time without one of', async function (this: LabWorld, table: DataTable) {
  const users = await this.testUsers();
  // Use a new visitor for each attempt: an accepted visitor would make the next attempt fail with
  // UsernameExistsException.
  for (const label of firstColumn(table))
    this.attempts.set(label, await users.signUp(await users.visitor(), attributeName(label)));
});

Then('the sign-up should be accepted', function (this: LabWorld) {
  this.verifyOnly('sign-up', 'the', 'SignUp');
});

Then('each of these sign-ups should be refused', function (this: LabWorld) {
  const claims = [...this.attempts].map(([label, attempt]) => ({
    setting: `sign-up without ${label}`,
    source: 'SignUp',
    actual: attempt.accepted ? 'accepted' : attempt.refusal,
    should: equalTo('InvalidParameterException'),
  }));
  this.verify(...claims);
});
