import { Given, Then } from '@cucumber/cucumber';
import { expect } from 'chai';
import { maskEmail } from '../support/runner/world/readings';
import { Blocked } from '../support/runner/world/blocked';
import type { LabWorld } from '../support/runner/world/world';

Then('there should be a user with an email address', async function (this: LabWorld) {
  const { user, seen } = await (await this.reader()).userWithEmail();
  const email = user?.Attributes?.find(({ Name }) => Name === 'email')?.Value;
  const actual = email ? maskEmail(email) : seen ? `${seen} without an email address` : 'no users';
  this.attest([
    {
      setting: 'Users[].Attributes.email',
      expected: 'at least one user with an email address',
      actual,
      source: 'ListUsers',
      assert: () => expect(user, 'a user with an email address').to.be.an('object'),
    },
  ]);
});

Given('a user of the pool', async function (this: LabWorld) {
  this.person = await (await this.cast()).user();
});

Given('a user of the pool with a password', async function (this: LabWorld) {
  this.person = await (await this.cast()).userWithPassword();
});

Given('the user that the learner created', async function (this: LabWorld) {
  const { createdUser } = await this.session.lab();
  if (!createdUser) throw new Blocked('The learner created no user.');
  const { username, temporaryPassword: password, email } = createdUser;
  this.person = { username, password, attributes: { email } };
});
