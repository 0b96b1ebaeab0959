import { Then } from '../support/runner/cucumber/definitions';
import { phrases, type TokenName } from '../support/lab/phrases';
import { duration, durationText } from '../support/lab/settings/value-kind';
import { equalTo, exactly } from '../support/runner/findings/comparisons';
import { claimsOf } from '../support/runner/test-users/token';
import type { LabWorld } from '../support/runner/world/world';

/** Any length that a token can have. */
const lengths = duration(1, 3650 * 86_400);

Then(phrases.tokenLasts.expression, function (this: LabWorld, token: TokenName, length: string) {
  const { exp, iat } = claimsOf(this.attempt('sign-in'), token) ?? {};
  const actual = typeof exp === 'number' && typeof iat === 'number' ? exp - iat : undefined;
  const should = equalTo(lengths.toAws(length));
  this.verify({
    setting: `${token}: exp`,
    source: 'InitiateAuth',
    actual: actual ?? 'no token',
    shown: actual === undefined ? 'no token' : durationText(actual),
    should: { ...should, expected: length },
  });
});

Then(phrases.tokenGroups.expression, function (this: LabWorld, token: TokenName, groups: string[]) {
  const claims = claimsOf(this.attempt('sign-in'), token);
  this.verify({
    setting: `${token}: cognito:groups`,
    source: 'InitiateAuth',
    actual: claims ? (claims['cognito:groups'] ?? []) : ['no token'],
    should: exactly(groups),
  });
});
