import { serializationError } from '../cognito/model/validation-errors';

/** Deeper than any input of AWS's model, and shallow enough for whatever walks it later. */
const deepest = 32;

/**
 * The input of a call, read from its body.
 *
 * @throws CognitoError `SerializationException`, without a text for what is no JSON object at all. Measured by others
 * on a sister service of the same protocol, 2026; unverified for Cognito.
 */
export function parseInput(body: Buffer): Record<string, unknown> {
  const input = parse(body);
  if (Array.isArray(input)) throw serializationError('Start of list found where not expected');
  if (typeof input !== 'object' || input === null) throw serializationError('');
  disarm(input, 1);
  return input as Record<string, unknown>;
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw serializationError('');
  }
}

/** Takes out the one key that a copy made member by member would turn into a prototype. */
function disarm(value: object, depth: number): void {
  if (depth > deepest) throw serializationError('');
  if (Object.hasOwn(value, '__proto__')) Reflect.deleteProperty(value, '__proto__');
  for (const member of Object.values(value) as unknown[])
    if (typeof member === 'object' && member !== null) disarm(member, depth + 1);
}
