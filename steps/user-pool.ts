import { Given, Then } from '../support/runner/cucumber/definitions';
import { phrases } from '../support/lab/phrases';
import { settingNamed } from '../support/lab/settings';
import { anyValue, equalTo } from '../support/runner/findings/comparisons';
import type { LabWorld } from '../support/runner/world/world';

Given(phrases.completed.expression, async function (this: LabWorld) {
  await this.session.lab();
});

Then(phrases.pool.expression, async function (this: LabWorld) {
  const { userPoolId } = await this.session.lab();
  const id =
    userPoolId === undefined
      ? { source: 'CreateUserPool', actual: undefined, shown: 'none was created' }
      : await (await this.settings()).member('Id');
  this.verify({ ...id, setting: 'UserPool.Id', should: anyValue('a user pool') });
});

Then(phrases.agreedName.expression, async function (this: LabWorld) {
  const { userPoolName } = this.session.agreement;
  const name = await (await this.settings()).member('Name');
  this.verify({ ...name, should: userPoolName === undefined ? anyValue('any name') : equalTo(userPoolName) });
});

const triggers = settingNamed('Lambda triggers')!;

Then(phrases.trigger.expression, function (this: LabWorld, name: string): Promise<void> {
  return this.verifySetting({ setting: triggers }, 'include', name);
});

Then(phrases.tag.expression, async function (this: LabWorld, key: string) {
  this.verify(await (await this.settings()).tag(key));
});
