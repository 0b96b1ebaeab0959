import { Then, When, type DataTable } from '@cucumber/cucumber';
import { signInOptionsOf } from '../support/lab/settings/sign-in-options';
import { attributeName } from '../support/lab/vocabulary';
import { equalTo, exactly } from '../support/runner/findings/comparisons';
import type { Reading } from '../support/runner/findings/finding';
import { challengeOf } from '../support/runner/test-users/challenge';
import { firstColumn } from '../support/runner/world/tables';
import type { LabWorld } from '../support/runner/world/world';

Then('the provider types should be exactly {labels}', async function (this: LabWorld, labels: string[]) {
  const external = labels.filter((label) => label !== 'Cognito user pool');
  this.verify({ ...(await (await this.settings()).identityProviders()), should: exactly(external) });
});

Then('the sign-in options should be exactly {labels}', async function (this: LabWorld, labels: string[]) {
  const settings = await this.settings();
  const { UsernameAttributes, AliasAttributes } = signInOptionsOf(labels);
  this.verify(
    { ...(await settings.member('UsernameAttributes', [])), should: exactly(UsernameAttributes) },
    { ...(await settings.member('AliasAttributes', [])), should: exactly(AliasAttributes) },
  );
});

When('the user tries to sign in by each of', async function (this: LabWorld, table: DataTable) {
  const users = await this.testUsers();
  const user = await this.currentUser();
  for (const label of firstColumn(table))
    this.attempts.set(label, await users.signIn(user, user.attributes[attributeName(label)] ?? ''));
});

Then('only the sign-in by {string} should be accepted', function (this: LabWorld, accepted: string) {
  this.verifyOnly(accepted, 'sign-in by', 'InitiateAuth');
});

When('the user signs in', async function (this: LabWorld) {
  const user = await this.currentUser();
  this.attempts.set('sign-in', await (await this.testUsers()).signIn(user, user.username));
});

const challengeName = (world: LabWorld): Reading => ({
  setting: 'ChallengeName',
  source: 'InitiateAuth',
  actual: challengeOf(world.attempt('sign-in')).name,
});

Then('no second factor should be asked for', function (this: LabWorld) {
  this.verify({ ...challengeName(this), should: equalTo('none') });
});

Then('a new password should be asked for', function (this: LabWorld) {
  this.verify({ ...challengeName(this), should: equalTo('NEW_PASSWORD_REQUIRED') });
});

Then('the attributes asked for should be exactly', function (this: LabWorld, table: DataTable) {
  this.verify({
    setting: 'ChallengeParameters.requiredAttributes',
    source: 'InitiateAuth',
    actual: challengeOf(this.attempt('sign-in')).requiredAttributes,
    should: exactly(firstColumn(table).map(attributeName)),
  });
});
