import { isOutcomeUnknown } from '../outcome-unknown';
import { isRepeatable } from '../reading-operations';
import { operationIn, type Layer } from './layer';

/** Hides an error from the SDK's retries. */
class NotAgain extends Error {
  constructor(readonly hidden: unknown) {
    super('The outcome of an operation that must not be repeated is unknown.');
  }
}

/**
 * Prevents retries of operations that are not idempotent when the first attempt may have succeeded: a second
 * CreateUserPool makes a second pool, and a second SignUp fails because the name is taken. Errors that prove that
 * nothing was done, such as throttling, are retried as usual.
 */
export const noUnsafeRetries: readonly [aroundTheCall: Layer, aroundEachAttempt: Layer] = [
  {
    name: 'cognitoLabShowHidden',
    step: 'initialize',
    priority: 'high',
    around: (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        throw error instanceof NotAgain ? error.hidden : error;
      }
    },
  },
  {
    name: 'cognitoLabNoUnsafeRetries',
    step: 'deserialize',
    priority: 'high',
    around: (next, context) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        throw !isRepeatable(operationIn(context)) && isOutcomeUnknown(error) ? new NotAgain(error) : error;
      }
    },
  },
];
