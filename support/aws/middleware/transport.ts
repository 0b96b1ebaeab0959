import { NodeHttpHandler } from '@smithy/node-http-handler';
import { CouldNotLook } from '../../common/could-not-look';
import { operationIn, signalIn, type Layer } from './layer';

/** No answer of AWS's to a call that we make is larger; a page of 60 users has some 200 KB. */
const mostBytes = 4 * 1024 * 1024;

/** No answer of AWS's is nested deeper. What recurses over an answer may rely on it. */
const mostDepth = 64;

/** Where the last layer leaves the call's signal for the transport, which is handed the caller's options and no context. */
const signalOf = Symbol('the signal of the call');

interface Request {
  [signalOf]?: AbortSignal;
}

type Handle = NodeHttpHandler['handle'];

/** The SDK's own HTTP, ended by what ends the call. */
export class Transport extends NodeHttpHandler {
  override handle(request: Parameters<Handle>[0], options: Parameters<Handle>[1] = {}): ReturnType<Handle> {
    const abortSignal = (request as Request)[signalOf] ?? options.abortSignal;
    return super.handle(request, { ...options, abortSignal });
  }
}

/**
 * Reads the body of an answer whole, within bounds: an endpoint may send without end, or so slowly that it never ends.
 * It is handed on as bytes.
 *
 * @param milliseconds for an attempt, from the request to the last byte
 */
export const boundAnswers = (milliseconds: number): Layer => ({
  name: 'cognitoLabBoundAnswers',
  // Next to the wire.
  step: 'deserialize',
  priority: 'low',
  around: (next, context) => async (args) => {
    const late = AbortSignal.timeout(milliseconds);
    const own = signalIn(context);
    const signal = own ? AbortSignal.any([own, late]) : late;
    (args.request as Request)[signalOf] = signal;
    try {
      const result = await next(args);
      const response = result.response as { body?: Body } | undefined;
      if (response?.body) {
        const bytes = await readBody(response.body, signal, operationIn(context));
        response.body = bytes;
        context.cognitoLabBody = bytes.toString('utf8');
      }
      return result;
    } catch (error) {
      // The attempt took too long, not the call: the SDK may try again.
      if (late.aborted && !own?.aborted) throw Object.assign(new Error('No answer in time.'), { name: 'TimeoutError' });
      throw error;
    }
  },
});

type Body = Uint8Array | (AsyncIterable<Uint8Array> & { destroy?(error?: Error): void });

async function readBody(body: Body, signal: AbortSignal, operation: string): Promise<Buffer> {
  if (body instanceof Uint8Array) return Buffer.from(body);
  const end = (): void => body.destroy?.(Object.assign(new Error('The call was ended.'), { name: 'AbortError' }));
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of body) {
      size += chunk.length;
      if (size > mostBytes) throw notAws(operation, `with more than ${mostBytes / 1024 / 1024} MB`);
      chunks.push(chunk);
    }
    const bytes = Buffer.concat(chunks);
    if (isTooDeep(bytes)) throw notAws(operation, `with more than ${mostDepth} levels of nesting`);
    return bytes;
  } finally {
    signal.removeEventListener('abort', end);
  }
}

/** Counts brackets outside of strings, in one pass; of what is no JSON it says nothing that matters. */
function isTooDeep(bytes: Buffer): boolean {
  let depth = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === 0x22) for (i++; i < bytes.length && bytes[i] !== 0x22; i++) i += Number(bytes[i] === 0x5c);
    else if (byte === 0x7b || byte === 0x5b) depth++;
    else if (byte === 0x7d || byte === 0x5d) depth--;
    if (depth > mostDepth) return true;
  }
  return false;
}

const notAws = (operation: string, how: string): CouldNotLook =>
  new CouldNotLook(
    `The endpoint answered ${operation} ${how}, which AWS never does.`,
    'Check AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER and AWS_ENDPOINT_URL: another service answers at this address.',
    true,
  );
