import { Given, Then } from '../support/runner/cucumber/definitions';
import { phrases } from '../support/lab/phrases';
import { anyValue, including } from '../support/runner/findings/comparisons';
import { Blocked } from '../support/runner/world/outcome';
import type { LabWorld } from '../support/runner/world/world';

Then(phrases.userWithEmail.expression, async function (this: LabWorld) {
  const email = await (await this.settings()).userEmail();
  this.verify({ ...email, should: anyValue('at least one user with an email address') });
});

Given(phrases.user.expression, async function (this: LabWorld) {
  this.user = await (await this.testUsers()).user();
});

Given(phrases.userWithPassword.expression, async function (this: LabWorld) {
  this.user = await (await this.testUsers()).userWithPassword();
});

Given(phrases.userWithAuthenticator.expression, async function (this: LabWorld) {
  this.user = await (await this.testUsers()).userWithAuthenticator();
});

Given(phrases.userInGroup.expression, async function (this: LabWorld, group: string) {
  this.verify({ ...(await (await this.settings()).names('group', group)), should: including(group) });
  this.user = await (await this.testUsers()).userInGroup(group);
});

Given(phrases.learnersUser.expression, async function (this: LabWorld) {
  const { createdUser } = await this.session.lab();
  if (!createdUser) throw new Blocked('The learner created no user.');
  const { username, temporaryPassword: password, email, attributes } = createdUser;
  this.user = { username, password, attributes: { ...attributes, ...(email !== undefined && { email }) } };
});
