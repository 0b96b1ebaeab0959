import { explain } from '../../aws/explain';
import type { Target } from '../../targets/target';

/** The outcome of a user's call. */
export type UserAttempt<Answer = unknown> =
  | { accepted: true; answer: Answer }
  /** Cognito refused the call for a reason that concerns the user. A verdict can rest on it. */
  | { accepted: false; refusal: string; message: string };

/** Errors that are refusals of a user. Any other error means that the call could not be tried. */
const refusals = new Set([
  'CodeMismatchException',
  'EnableSoftwareTokenMFAException',
  'ExpiredCodeException',
  'InvalidParameterException',
  'InvalidPasswordException',
  'NotAuthorizedException',
  'PasswordResetRequiredException',
  'SoftwareTokenMFANotFoundException',
  'UserLambdaValidationException',
  'UserNotConfirmedException',
  'UserNotFoundException',
  'UsernameExistsException',
]);

/**
 * Makes a call as a user.
 *
 * @returns whether Cognito accepted it, with its answer or its reason
 * @throws CouldNotLook if the call could not be tried: no permission, throttled, no connection
 */
export async function attemptAsUser<Answer>(
  target: Target,
  call: () => Promise<Answer>,
  operation: string,
): Promise<UserAttempt<Answer>> {
  try {
    return { accepted: true, answer: await call() };
  } catch (error) {
    const { name, message } = error as Error;
    if (refusals.has(name)) return { accepted: false, refusal: name, message };
    throw explain(error, { operation, ...target.place });
  }
}
