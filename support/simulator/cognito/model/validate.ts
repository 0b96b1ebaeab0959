import type { OperationName } from '../operations';
import { amended } from './amendments';
import { shapeChecks, type Check } from './shape-checks';
import { lazily, model } from './model';
import { ValidationErrors, serializationError } from './validation-errors';

/**
 * Checks an input against AWS's published model.
 *
 * @param input as the caller sent it; not trusted
 * @returns a copy without the members that the model does not know: AWS ignores them
 * @throws CognitoError `InvalidParameterException` with all that is wrong, in AWS's words (form recorded 2026-09);
 *   `SerializationException` for a wrong JSON type
 */
export function validate(operation: OperationName, input: unknown): Record<string, unknown> {
  if (Array.isArray(input)) throw serializationError('Start of list found where not expected');
  if (typeof input !== 'object' || input === null) throw serializationError('');
  const name = model().operations[operation]?.input;
  if (name === undefined) throw new Error(`The model has no input for ${operation}`);
  const report = new ValidationErrors();
  const valid = checkOf()(name)(input, '', report);
  report.throwIfAny();
  return valid as Record<string, unknown>;
}

const checkOf = lazily((): ((name: string) => Check) => shapeChecks({ shapes: amended(model().shapes) }));
