import { Then } from '../support/runner/cucumber/definitions';
import type { InitiateAuthCommandOutput } from '@aws-sdk/client-cognito-identity-provider';
import { phrases } from '../support/lab/phrases';
import { equalTo } from '../support/runner/findings/comparisons';
import type { UserAttempt } from '../support/runner/test-users/user-attempt';
import type { LabWorld } from '../support/runner/world/world';

Then(phrases.attempt.expression, function (this: LabWorld, kind: 'sign-in' | 'sign-up', outcome: string) {
  const attempt = this.attempt(kind);
  this.verify({
    setting: `the ${kind}`,
    source: kind === 'sign-up' ? 'SignUp' : 'InitiateAuth',
    ...outcomeOf(attempt, kind),
    should: equalTo(outcome),
  });
});

/** A sign-in that asks for more is neither accepted nor refused yet. */
function outcomeOf(attempt: UserAttempt, kind: string): { actual: string; shown?: string } {
  if (!attempt.accepted) return { actual: 'refused', shown: `refused (${attempt.refusal}: ${attempt.message})` };
  const { ChallengeName, AuthenticationResult } = attempt.answer as Partial<InitiateAuthCommandOutput>;
  return {
    actual: kind === 'sign-up' || AuthenticationResult ? 'accepted' : `asked for ${ChallengeName ?? 'nothing'}`,
  };
}
