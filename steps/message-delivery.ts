import { Then } from '@cucumber/cucumber';
import type { SignUpCommandOutput } from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { maskArn } from '../support/runner/world/readings';
import { attributeName, emailSendingAccount } from '../support/lab/vocabulary';
import type { LabWorld } from '../support/runner/world/world';

Then('the email provider should be {string}', async function (this: LabWorld, label: string) {
  const { EmailConfiguration = {} } = await (await this.reader()).pool();
  const expected = emailSendingAccount(label);
  // Where nothing was ever set, AWS sends by Cognito itself.
  const { EmailSendingAccount: actual = 'COGNITO_DEFAULT', SourceArn } = EmailConfiguration;
  const identity = SourceArn ? maskArn(SourceArn) : 'none';
  const wanted = expected === 'COGNITO_DEFAULT' ? 'none' : 'an SES identity';
  this.attest([
    {
      setting: 'EmailConfiguration.EmailSendingAccount',
      expected,
      actual,
      source: 'DescribeUserPool',
      assert: () => expect(actual, 'EmailSendingAccount').to.equal(expected),
    },
    {
      setting: 'EmailConfiguration.SourceArn',
      expected: wanted,
      actual: identity,
      source: 'DescribeUserPool',
      assert: () => expect(identity === 'none', 'that there is no SES identity').to.equal(wanted === 'none'),
    },
  ]);
});

Then('the confirmation code should go to their {string}', function (this: LabWorld, label: string) {
  const signUp = this.attempt('sign-up');
  const { CodeDeliveryDetails } = (signUp.accepted ? signUp.answer : {}) as Partial<SignUpCommandOutput>;
  const attribute = attributeName(label);
  const seen = {
    AttributeName: CodeDeliveryDetails?.AttributeName ?? 'no code went out',
    DeliveryMedium: CodeDeliveryDetails?.DeliveryMedium ?? 'no code went out',
  };
  const expected = { AttributeName: attribute, DeliveryMedium: attribute === 'email' ? 'EMAIL' : 'SMS' };
  this.attest(
    (['AttributeName', 'DeliveryMedium'] as const).map((member) => ({
      setting: `CodeDeliveryDetails.${member}`,
      expected: expected[member],
      actual: seen[member],
      source: 'SignUp',
      assert: () => expect(seen[member], member).to.equal(expected[member]),
    })),
  );
});
