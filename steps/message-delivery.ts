import { Then } from '@cucumber/cucumber';
import type { CodeDeliveryDetailsType, SignUpCommandOutput } from '@aws-sdk/client-cognito-identity-provider';
import { settingNamed } from '../support/lab/settings';
import { attributeName } from '../support/lab/vocabulary';
import { anyValue, equalTo, noValue } from '../support/runner/findings/comparisons';
import type { LabWorld } from '../support/runner/world/world';

Then('the email provider should be {string}', async function (this: LabWorld, label: string) {
  const settings = await this.settings();
  const account = settingNamed('email provider')?.values.toAws(label);
  this.verify(
    // AWS uses Cognito's own sender where no sender was ever configured.
    {
      ...(await settings.member('EmailConfiguration.EmailSendingAccount', 'COGNITO_DEFAULT')),
      should: equalTo(account),
    },
    {
      ...(await settings.emailIdentity()),
      should: account === 'COGNITO_DEFAULT' ? noValue() : anyValue('an SES identity'),
    },
  );
});

Then('the confirmation code should go to their {string}', function (this: LabWorld, label: string) {
  const signUp = this.attempt('sign-up');
  const { CodeDeliveryDetails: details = {} } = (signUp.accepted ? signUp.answer : {}) as Partial<SignUpCommandOutput>;
  const attribute = attributeName(label);
  const delivered = (member: keyof CodeDeliveryDetailsType, expected: string) => ({
    setting: `CodeDeliveryDetails.${member}`,
    source: 'SignUp',
    actual: details[member] ?? 'no code was sent',
    should: equalTo(expected),
  });
  this.verify(
    delivered('AttributeName', attribute),
    delivered('DeliveryMedium', attribute === 'email' ? 'EMAIL' : 'SMS'),
  );
});
