import { explain } from '../../aws/explain';
import type { Target } from '../../targets/target';

/** What came of something that a user tried. */
export type Attempt<Answer = unknown> =
  | { accepted: true; answer: Answer }
  /** Cognito said no, for a reason that is the user's: a verdict can rest on it. */
  | { accepted: false; refusal: string; message: string };

/** Cognito's refusals of a user. Any other error means that it could not be tried at all. */
const refusals = new Set([
  'InvalidParameterException',
  'InvalidPasswordException',
  'NotAuthorizedException',
  'PasswordResetRequiredException',
  'UserNotConfirmedException',
  'UserNotFoundException',
  'UsernameExistsException',
]);

/**
 * Tries a call in a user's name.
 *
 * @returns whether Cognito accepted it, with its answer or its reason
 * @throws CouldNotLook where it could not be tried: no permission, throttled, no connection
 */
export async function attempt<Answer>(
  target: Target,
  call: () => Promise<Answer>,
  operation: string,
): Promise<Attempt<Answer>> {
  try {
    return { accepted: true, answer: await call() };
  } catch (error) {
    const { name, message } = error as Error;
    if (refusals.has(name)) return { accepted: false, refusal: name, message };
    throw explain(error, { operation, ...target.place });
  }
}
