import type { Layer } from './layer';

/**
 * Keeps members of an answer that this version of the SDK does not know. The SDK drops them, which would hide new
 * settings of AWS from comparisons.
 */
export const keepUnknown: Layer = {
  name: 'cognitoLabKeepUnknown',
  step: 'deserialize',
  priority: 'high',
  around: (next, context) => async (args) => {
    const result = await next(args);
    const { cognitoLabBody: body } = context;
    if (body) fill(result.output, JSON.parse(body));
    return result;
  },
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Adds to `known` the members that only `raw` has. */
function fill(known: unknown, raw: unknown): void {
  if (!isObject(known) || !isObject(raw) || known instanceof Date) return;
  for (const [name, value] of Object.entries(raw)) {
    if (name === '__proto__') continue;
    if (known[name] === undefined) known[name] = value;
    else fill(known[name], value);
  }
}
