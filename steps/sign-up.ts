import { Given, Then, When, type DataTable } from '../support/runner/cucumber/definitions';
import { phrases } from '../support/lab/phrases';
import { settingNamed } from '../support/lab/settings';
import { attributeName } from '../support/lab/vocabulary';
import { equalTo } from '../support/runner/findings/comparisons';
import { firstColumn } from '../support/runner/world/tables';
import type { LabWorld } from '../support/runner/world/world';

Given(phrases.visitor.expression, async function (this: LabWorld) {
  await this.currentUser();
});

const selfRegistration = settingNamed('self-registration')!;

Then(phrases.selfSignUp.expression, function (this: LabWorld): Promise<void> {
  return this.verifySetting({ setting: selfRegistration }, 'be', 'on');
});

When(phrases.signUp.expression, async function (this: LabWorld) {
  this.attempts.set('sign-up', await (await this.testUsers()).signUp(await this.currentUser()));
});

When(phrases.signUpWithout.expression, async function (this: LabWorld, table: DataTable) {
  const users = await this.testUsers();
  // Use a new visitor for each attempt: an accepted visitor would make the next attempt fail with
  // UsernameExistsException.
  for (const label of firstColumn(table))
    this.attempts.set(label, await users.signUp(await users.visitor(), attributeName(label)));
});

Then(phrases.signUpsRefused.expression, function (this: LabWorld) {
  const claims = [...this.attempts].map(([label, attempt]) => ({
    setting: `sign-up without ${label}`,
    source: 'SignUp',
    actual: attempt.accepted ? 'accepted' : attempt.refusal,
    should: equalTo('InvalidParameterException'),
  }));
  this.verify(...claims);
});
