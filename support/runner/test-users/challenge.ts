import type { InitiateAuthCommandOutput } from '@aws-sdk/client-cognito-identity-provider';
import type { Attempt } from './attempt';

/** What Cognito asks for after the password. */
export interface Challenge {
  /** AWS's name of it, or `none` where the user is in. */
  name: string;
  /** AWS's names of the attributes that the user still lacks. */
  requiredAttributes: string[];
}

/** The challenge in the answer to a sign-in; a sign-in that was refused shows as that. */
export function challengeOf(attempt: Attempt): Challenge {
  if (!attempt.accepted) return { name: `refused: ${attempt.refusal}`, requiredAttributes: [] };
  const { ChallengeName = 'none', ChallengeParameters } = attempt.answer as InitiateAuthCommandOutput;
  return { name: ChallengeName, requiredAttributes: attributesIn(ChallengeParameters?.requiredAttributes) };
}

/** The parameter is a JSON list in a string, of names with a prefix: `["userAttributes.name"]` (recorded from AWS). */
function attributesIn(parameter = '[]'): string[] {
  const names: unknown = JSON.parse(parameter);
  return Array.isArray(names) ? names.map((name) => String(name).replace(/^userAttributes\./, '')) : [];
}
