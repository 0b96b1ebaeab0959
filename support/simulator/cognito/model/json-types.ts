import type { Shape } from './model';
import { serializationError } from './validation-errors';

/**
 * The value as its shape has it, if its JSON type is right. The texts were recorded in 2026-09 from the front end
 * that AWS's JSON 1.1 services share, not from Cognito itself.
 *
 * @throws CognitoError `SerializationException`
 */
export function requireJsonType(type: Shape['type'], value: unknown): unknown {
  switch (type) {
    case 'string':
      return typeof value === 'string' ? value : mismatch(value, 'a String');
    case 'boolean':
      return typeof value === 'boolean' ? value : mismatch(value, 'a Boolean');
    case 'integer':
    case 'long':
      return typeof value === 'number' && !Number.isNaN(value) ? Math.trunc(value) : mismatch(value, 'an Integer');
    case 'list':
      return Array.isArray(value) ? value : mismatch(value, undefined, 'Expected list or null');
    case 'map':
      return isObject(value) ? value : mismatch(value, undefined, 'Expected map or null');
    case 'structure':
      return isObject(value) ? value : mismatch(value, undefined, 'Expected null');
    case 'blob':
    case 'timestamp':
      return value;
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param expected the Java type of a scalar; @param instead the text where a scalar stands for something larger */
function mismatch(value: unknown, expected: string | undefined, instead?: string): never {
  if (Array.isArray(value) && instead?.includes('list') !== true)
    throw serializationError('Start of list found where not expected');
  if (isObject(value)) throw serializationError('Start of structure or map found where not expected.');
  throw serializationError(instead ?? `${token(value)} can not be converted to ${expected}`);
}

function token(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE';
  return typeof value === 'number' ? 'NUMBER_VALUE' : 'STRING_VALUE';
}
