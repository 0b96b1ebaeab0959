import { CognitoIdentityProviderServiceException } from '@aws-sdk/client-cognito-identity-provider';
import { CouldNotLook } from '../../common/could-not-look';
import { plainText } from '../../common/text/plain-text';
import { shorten } from '../../common/text/shorten';
import type { FieldErrors, Field } from './field';

/** What AWS says when it refuses: its own code and its own words. */
export interface Refusal {
  code: string;
  message: string;
}

/** Characters of AWS's words that are shown: it repeats what was sent. */
const longest = 1000;

/** @returns AWS's refusal; undefined for any other error */
export function refusalOf(error: unknown): Refusal | undefined {
  // Playing a plan explains errors; a learner of the console sees what AWS said.
  const cause = error instanceof CouldNotLook && error.cause !== undefined ? error.cause : error;
  if (!(cause instanceof CognitoIdentityProviderServiceException)) return undefined;
  return { code: cause.name, message: shorten(plainText(cause.message), longest) };
}

export type Outcome<T> = { done: T; faults?: undefined } | { faults: FieldErrors };

/** What an accepted form comes to, or AWS's refusal at its field. Any other error is one. */
export async function catchRefusal<T>(fields: readonly Field[], work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { done: await work() };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    return { faults: placeRefusal(refusal, fields) };
  }
}

/** AWS's refusal at the field that it is about; at the form where it is about none. */
export function placeRefusal({ code, message }: Refusal, fields: readonly Field[]): FieldErrors {
  const text = `${code}: ${message}`;
  const words = text.toLowerCase();
  // The longest name wins: "passwordpolicy.minimumlength" is about the length, and the policy.
  const places = fields.flatMap((field) => (field.named ?? []).map((name) => ({ field, name })));
  const [place] = places
    .filter(({ name }) => words.includes(name))
    .sort((one, other) => other.name.length - one.name.length);
  return { [place ? place.field.id : 'form']: text };
}
