import { Given, Then } from '@cucumber/cucumber';
import { expect } from 'chai';
import { present } from '../support/runner/world/readings';
import type { LabWorld } from '../support/runner/world/world';

Given('a learner has completed the lab', async function (this: LabWorld) {
  await this.session.lab();
});

Then('there should be a user pool', async function (this: LabWorld) {
  const { userPoolId } = await this.session.lab();
  const source = userPoolId === undefined ? 'CreateUserPool' : 'DescribeUserPool';
  const actual =
    userPoolId === undefined
      ? 'none was created'
      : present((await (await this.reader()).pool()).Id, 'DescribeUserPool', 'Id');
  this.attest([
    {
      setting: 'UserPool.Id',
      expected: 'a user pool',
      actual,
      source,
      assert: () => expect(userPoolId, 'the id of the user pool').to.be.a('string'),
    },
  ]);
});

Then('the user pool should have the name that the class agreed on', async function (this: LabWorld) {
  const agreed = this.session.agreement.userPoolName;
  const pool = await (await this.reader()).pool();
  const actual = present(pool.Name, 'DescribeUserPool', 'Name');
  this.attest([
    {
      setting: 'Name',
      expected: agreed ?? 'any name',
      actual,
      source: 'DescribeUserPool',
      assert: () => (agreed === undefined ? expect(actual).not.to.equal('') : expect(actual).to.equal(agreed)),
    },
  ]);
});
