import type { InitiateAuthCommandOutput } from '@aws-sdk/client-cognito-identity-provider';
import type { UserAttempt } from './user-attempt';

/** The challenge after the password. */
export interface Challenge {
  /** AWS's name of the challenge, or `none` after a successful sign-in. */
  name: string;
  /** AWS's names of the required attributes that the user lacks. */
  requiredAttributes: string[];
}

/** The challenge in the answer to a sign-in. A refused sign-in is returned unchanged. */
export function challengeOf(attempt: UserAttempt): Challenge {
  if (!attempt.accepted) return { name: `refused: ${attempt.refusal}`, requiredAttributes: [] };
  const { ChallengeName = 'none', ChallengeParameters } = attempt.answer as InitiateAuthCommandOutput;
  return { name: ChallengeName, requiredAttributes: attributesIn(ChallengeParameters?.requiredAttributes) };
}

/** The parameter is a JSON array in a string, of names with a prefix: `["userAttributes.name"]` (recorded from AWS). */
function attributesIn(parameter = '[]'): string[] {
  const names: unknown = JSON.parse(parameter);
  return Array.isArray(names) ? names.map((name) => String(name).replace(/^userAttributes\./, '')) : [];
}
