import { Then } from '../support/runner/cucumber/definitions';
import type { CodeDeliveryDetailsType, SignUpCommandOutput } from '@aws-sdk/client-cognito-identity-provider';
import { phrases } from '../support/lab/phrases';
import { attributeName } from '../support/lab/vocabulary';
import { equalTo } from '../support/runner/findings/comparisons';
import type { LabWorld } from '../support/runner/world/world';

Then(phrases.codeTo.expression, function (this: LabWorld, label: string) {
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
