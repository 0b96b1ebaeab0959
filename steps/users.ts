import { Given, Then } from '@cucumber/cucumber';
import { anyValue } from '../support/runner/findings/comparisons';
import { Blocked } from '../support/runner/world/outcome';
import type { LabWorld } from '../support/runner/world/world';

Then('there should be a user with an email address', async function (this: LabWorld) {
  const email = await (await this.settings()).userEmail();
  this.verify({ ...email, should: anyValue('at least one user with an email address') });
});

Given('a user of the pool', async function (this: LabWorld) {
  this.user = await (await this.testUsers()).user();
});

Given('a user of the pool with a password', async function (this: LabWorld) {
  this.user = await (await this.testUsers()).userWithPassword();
});

Given('the user that the learner created', async function (this: LabWorld) {
  const { createdUser } = await this.session.lab();
  if (!createdUser) throw new Blocked('The learner created no user.');
  const { username, temporaryPassword: password, email } = createdUser;
  this.user = { username, password, attributes: email === undefined ? {} : { email } };
});
