/** What the SDK tells a middleware of the call that it is in. */
export interface CallContext {
  clientName?: string;
  commandName?: string;
  __smithy_context?: { abortSignal?: AbortSignal; commandInstance?: object };
  /** The body of the last attempt's answer, once it was read. */
  cognitoLabBody?: string;
}

export interface CallArguments {
  input: object;
  /** The HTTP request, once it is built. */
  request?: unknown;
}

/** What the SDK knows of an answer or a refusal beside its content. */
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

/** A named middleware of the SDK's, and where in the SDK's stack it stands. The first of a step is the outermost. */
export interface Layer {
  /** As `client.middlewareStack.identify()` shows it. */
  name: `cognitoLab${string}`;
  /** `initialize` is once a call, around all attempts; the other two are once an attempt. */
  step: 'initialize' | 'finalizeRequest' | 'deserialize';
  priority: 'high' | 'normal' | 'low';
  around: (next: Next, context: CallContext) => Next;
}

/** Any client of the SDK's. */
export interface LayeredClient {
  middlewareStack: { add(middleware: never, options: never): void; identify(): string[] };
}

export function addLayers(client: LayeredClient, layers: readonly Layer[]): void {
  for (const { around, ...where } of layers) client.middlewareStack.add(around as never, where as never);
}

/** `DescribeUserPool`, in a call of DescribeUserPoolCommand. */
export const operationIn = ({ commandName = '' }: CallContext): string => commandName.replace(/Command$/, '');

/** The signal that ends the call: the caller's own, until a layer sets one that the caller's is part of. */
export const signalIn = ({ __smithy_context }: CallContext): AbortSignal | undefined => __smithy_context?.abortSignal;

/** Handles a call: `send` hands it on to what answers, and may be left out. */
export type Interceptor = (operation: string, input: object, send: () => Promise<object>) => Promise<object>;

/** A layer within all others that are once a call, next to what answers. */
export const intercept = (name: Layer['name'], interceptor: Interceptor): Layer => ({
  name,
  step: 'initialize',
  priority: 'normal',
  around: (next, context) => async (args) => ({
    output: await interceptor(operationIn(context), args.input, async () => (await next(args)).output),
  }),
});
