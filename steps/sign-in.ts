import { Then, When, type DataTable } from '../support/runner/cucumber/definitions';
import type { UserPoolClientType } from '@aws-sdk/client-cognito-identity-provider';
import { phrases } from '../support/lab/phrases';
import { attributeName } from '../support/lab/vocabulary';
import { equalTo, exactly, including, oneOf } from '../support/runner/findings/comparisons';
import type { Reading } from '../support/runner/findings/finding';
import { challengeOf } from '../support/runner/test-users/challenge';
import { firstColumn } from '../support/runner/world/tables';
import type { LabWorld } from '../support/runner/world/world';

When(phrases.signInBy.expression, async function (this: LabWorld, table: DataTable) {
  const users = await this.testUsers();
  const user = await this.currentUser();
  for (const label of firstColumn(table))
    this.attempts.set(label, await users.signIn(user, user.attributes[attributeName(label)] ?? ''));
});

Then(phrases.onlySignIn.expression, function (this: LabWorld, accepted: string) {
  this.verifyOnly(accepted, 'sign-in by', 'InitiateAuth');
});

When(phrases.signIn.expression, async function (this: LabWorld) {
  const user = await this.currentUser();
  this.attempts.set('sign-in', await (await this.testUsers()).signIn(user, user.username));
});

When(phrases.signInWithClient.expression, async function (this: LabWorld, name: string) {
  const client = await appClient(this, name);
  this.attempts.set('sign-in', await (await this.testUsers()).signInWith(client, await this.currentUser()));
});

When(phrases.signInWithoutSecret.expression, async function (this: LabWorld, name: string) {
  const client = await appClient(this, name);
  this.attempts.set('sign-in', await (await this.testUsers()).signInWith(client, await this.currentUser(), false));
});

/** The check fails where there is no such client: there is nothing that it could be true of. */
async function appClient(world: LabWorld, name: string): Promise<UserPoolClientType> {
  const settings = await world.settings();
  world.verify({ ...(await settings.names('app client', name)), should: including(name) });
  return settings.appClient(name);
}

When(phrases.answerWithCode.expression, async function (this: LabWorld) {
  const signIn = this.attempt('sign-in');
  const answer = await (
    await this.testUsers()
  ).answerWithCode(await this.currentUser(), signIn.accepted ? (signIn.answer as object) : {});
  this.attempts.set('sign-in', answer);
});

const challengeName = (world: LabWorld): Reading => ({
  setting: 'ChallengeName',
  source: 'InitiateAuth',
  actual: challengeOf(world.attempt('sign-in')).name,
});

Then(phrases.noSecondFactor.expression, function (this: LabWorld) {
  this.verify({ ...challengeName(this), should: equalTo('none') });
});

Then(phrases.authenticatorAsked.expression, function (this: LabWorld) {
  const asked = this.user?.authenticator ? ['SOFTWARE_TOKEN_MFA'] : ['SOFTWARE_TOKEN_MFA', 'MFA_SETUP'];
  this.verify({ ...challengeName(this), should: oneOf(asked) });
});

Then(phrases.newPassword.expression, function (this: LabWorld) {
  this.verify({ ...challengeName(this), should: equalTo('NEW_PASSWORD_REQUIRED') });
});

Then(phrases.attributesAsked.expression, function (this: LabWorld, table: DataTable) {
  this.verify({
    setting: 'ChallengeParameters.requiredAttributes',
    source: 'InitiateAuth',
    actual: challengeOf(this.attempt('sign-in')).requiredAttributes,
    should: exactly(firstColumn(table).map(attributeName)),
  });
});
