import { publishDebug } from '../../common/debug-channel';
import { operationIn, type CallMetadata, type Layer } from './layer';

/** A call as the SDK saw it. All attempts of a call count as one. */
export interface Call {
  operation: string;
  requestId?: string;
}

/** Appends every call to a list, and publishes it for `--debug`. */
export const logCalls = (calls: Call[] = []): Layer => ({
  name: 'cognitoLabLogCalls',
  step: 'initialize',
  priority: 'high',
  around: (next, context) => async (args) => {
    const call: Call = { operation: operationIn(context) };
    calls.push(call);
    const begun = performance.now();
    const ended = ({ requestId, attempts, httpStatusCode }: CallMetadata = {}, error?: string): void => {
      call.requestId = requestId;
      publishDebug(() => ({
        kind: 'call',
        client: context.clientName ?? '',
        operation: call.operation,
        duration: performance.now() - begun,
        requestId,
        attempts,
        status: httpStatusCode,
        error,
      }));
    };
    try {
      const result = await next(args);
      ended(result.output.$metadata);
      return result;
    } catch (error) {
      const { $metadata, name } = error as Error & { $metadata?: CallMetadata };
      ended($metadata, name);
      throw error;
    }
  },
});

/** The number of calls by operation. */
export function countCalls(calls: readonly Call[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { operation } of calls) counts[operation] = (counts[operation] ?? 0) + 1;
  return counts;
}
