import { Given, Then, When, type DataTable } from '@cucumber/cucumber';
import { expect } from 'chai';
import { attributeName } from '../support/lab/vocabulary';
import { present, requiredAttributes } from '../support/runner/world/readings';
import { firstColumn } from '../support/runner/world/tables';
import type { LabWorld } from '../support/runner/world/world';

Given('a visitor', async function (this: LabWorld) {
  await this.stage();
});

Then('users should be able to sign themselves up', async function (this: LabWorld) {
  const { AdminCreateUserConfig } = await (await this.reader()).pool();
  const actual = AdminCreateUserConfig?.AllowAdminCreateUserOnly ?? false;
  this.attest([
    {
      setting: 'AdminCreateUserConfig.AllowAdminCreateUserOnly',
      expected: false,
      actual,
      source: 'DescribeUserPool',
      assert: () => expect(actual, 'AllowAdminCreateUserOnly').not.to.equal(true),
    },
  ]);
});

Then(
  'the attributes verified at sign-up should be exactly {labels}',
  async function (this: LabWorld, labels: string[]) {
    const { AutoVerifiedAttributes: actual = [] } = await (await this.reader()).pool();
    const expected = labels.map(attributeName);
    this.attest([
      {
        setting: 'AutoVerifiedAttributes',
        expected,
        actual,
        source: 'DescribeUserPool',
        assert: () => expect(actual, 'AutoVerifiedAttributes').to.have.members(expected),
      },
    ]);
  },
);

Then('the required attributes should be exactly', async function (this: LabWorld, table: DataTable) {
  const { SchemaAttributes } = await (await this.reader()).pool();
  const expected = firstColumn(table).map(attributeName);
  const actual = requiredAttributes(present(SchemaAttributes, 'DescribeUserPool', 'SchemaAttributes'), expected);
  this.attest([
    {
      setting: 'SchemaAttributes[].Required',
      expected,
      actual,
      source: 'DescribeUserPool',
      assert: () => expect(actual, 'the required attributes').to.have.members(expected),
    },
  ]);
});

When('the visitor signs up', async function (this: LabWorld) {
  const { cast, person } = await this.stage();
  this.attempts.set('sign-up', await cast.signUp(person));
});

When('the visitor signs up, each time without one of', async function (this: LabWorld, table: DataTable) {
  const { cast } = await this.stage();
  // A new visitor each time: should one be let in, the next is not refused for being the same person.
  for (const label of firstColumn(table))
    this.attempts.set(label, await cast.signUp(await cast.visitor(), attributeName(label)));
});

Then('the sign-up should be accepted', function (this: LabWorld) {
  this.attestOnly('sign-up', 'the', 'SignUp');
});

Then('each of these sign-ups should be refused', function (this: LabWorld) {
  this.attest(
    [...this.attempts].map(([label, attempt]) => {
      const setting = `sign-up without ${label}`;
      const actual = attempt.accepted ? 'accepted' : attempt.refusal;
      return {
        setting,
        expected: 'InvalidParameterException',
        actual,
        source: 'SignUp',
        assert: () => expect(actual, setting).to.equal('InvalidParameterException'),
      };
    }),
  );
});
