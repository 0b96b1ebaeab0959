import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';

interface Answered {
  output?: object;
  response?: { body?: unknown };
}

/** What the SDK lets two middlewares of one call share. */
interface Shared {
  cognitoLabBody?: string;
}

/**
 * Lets answers keep the members that this version of the SDK does not know. The SDK drops them, and what AWS added
 * since would be invisible to whoever compares answers.
 */
export function keepUnknown(client: CognitoIdentityProviderClient): void {
  const stack = client.middlewareStack;
  // Next to the wire: the body is read once, and handed on as bytes, which the SDK reads as well.
  stack.add(
    (next, context) => async (args) => {
      const result = (await next(args)) as Answered;
      if (result.response?.body) {
        const bytes = await collect(result.response.body as AsyncIterable<Uint8Array>);
        result.response.body = bytes;
        (context as Shared).cognitoLabBody = bytes.toString('utf8');
      }
      return result as never;
    },
    { step: 'deserialize', priority: 'low', name: 'cognitoLabReadBody' },
  );
  stack.add(
    (next, context) => async (args) => {
      const result = (await next(args)) as Answered;
      const body = (context as Shared).cognitoLabBody;
      if (result.output && body) fill(result.output, JSON.parse(body));
      return result as never;
    },
    { step: 'deserialize', priority: 'high', name: 'cognitoLabKeepUnknown' },
  );
}

async function collect(body: AsyncIterable<Uint8Array> | Uint8Array): Promise<Buffer> {
  if (body instanceof Uint8Array) return Buffer.from(body);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Adds to `known` what only `raw` has. */
function fill(known: unknown, raw: unknown): void {
  if (!isObject(known) || !isObject(raw) || known instanceof Date) return;
  for (const [name, value] of Object.entries(raw)) {
    if (name === '__proto__') continue;
    if (known[name] === undefined) known[name] = value;
    else fill(known[name], value);
  }
}
