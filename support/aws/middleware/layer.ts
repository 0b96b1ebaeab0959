/** The SDK's context of a call. */
export interface CallContext {
  clientName?: string;
  commandName?: string;
  __smithy_context?: { abortSignal?: AbortSignal; commandInstance?: object };
  /** The body of the last attempt's answer, after it was read. */
  cognitoLabBody?: string;
}

export interface CallArguments {
  input: object;
  /** The HTTP request, after it was built. */
  request?: unknown;
}

/** Metadata of an answer or an error. */
export interface CallMetadata {
  requestId?: string;
  httpStatusCode?: number;
  attempts?: number;
}

export interface CallResult {
  output: { $metadata?: CallMetadata };
  response?: unknown;
}

export type Next = (args: CallArguments) => Promise<CallResult>;

/** A named middleware of the SDK, and its place in the SDK's stack. The first of a step is the outermost. */
export interface Layer {
  /** As shown by `client.middlewareStack.identify()`. */
  name: `cognitoLab${string}`;
  /** `initialize` runs once per call, around all attempts; the other two run once per attempt. */
  step: 'initialize' | 'finalizeRequest' | 'deserialize';
  priority: 'high' | 'normal' | 'low';
  around: (next: Next, context: CallContext) => Next;
}

/** Any client of the SDK. */
export interface LayeredClient {
  middlewareStack: { add(middleware: never, options: never): void; identify(): string[] };
}

export function addLayers(client: LayeredClient, layers: readonly Layer[]): void {
  for (const { around, ...where } of layers) client.middlewareStack.add(around as never, where as never);
}

/** `DescribeUserPool`, for a call of DescribeUserPoolCommand. */
export const operationIn = ({ commandName = '' }: CallContext): string => commandName.replace(/Command$/, '');

/** The abort signal of the call: the caller's own, until a middleware replaces it by one that includes the caller's. */
export const signalIn = ({ __smithy_context }: CallContext): AbortSignal | undefined => __smithy_context?.abortSignal;

/** Handles a call. `send` passes it on; a handler that answers by itself does not call it. */
export type Interceptor = (operation: string, input: object, send: () => Promise<object>) => Promise<object>;

/** The innermost middleware of those that run once per call. */
export const intercept = (name: Layer['name'], interceptor: Interceptor): Layer => ({
  name,
  step: 'initialize',
  priority: 'normal',
  around: (next, context) => async (args) => ({
    output: await interceptor(operationIn(context), args.input, async () => (await next(args)).output),
  }),
});
