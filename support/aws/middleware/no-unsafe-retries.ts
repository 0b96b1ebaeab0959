import { isOutcomeUnknown } from '../outcome-unknown';
import { isRepeatable } from '../reading-operations';
import { operationIn, type Layer } from './layer';

/** Hides an error from the SDK's retries. */
class NotAgain extends Error {
  constructor(readonly hidden: unknown) {
    super('An operation that must not be done twice came to an unknown end.');
  }
}

/**
 * Keeps the SDK from repeating what may have been done: a pool created twice is one pool too many, and a visitor who
 * signs up twice is told that the name is taken. Where nothing was done, throttling for one, it retries as ever.
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
