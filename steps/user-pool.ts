import { Given, Then } from '@cucumber/cucumber';
import { anyValue, equalTo } from '../support/runner/findings/comparisons';
import type { LabWorld } from '../support/runner/world/world';

Given('a learner has completed the lab', async function (this: LabWorld) {
  await this.session.lab();
});

Then('there should be a user pool', async function (this: LabWorld) {
  const { userPoolId } = await this.session.lab();
  const id =
    userPoolId === undefined
      ? { source: 'CreateUserPool', actual: undefined, shown: 'none was created' }
      : await (await this.settings()).member('Id');
  this.verify({ ...id, setting: 'UserPool.Id', should: anyValue('a user pool') });
});

Then('the user pool should have the name that the class agreed on', async function (this: LabWorld) {
  const { userPoolName } = this.session.agreement;
  const name = await (await this.settings()).member('Name');
  this.verify({ ...name, should: userPoolName === undefined ? anyValue('any name') : equalTo(userPoolName) });
});
