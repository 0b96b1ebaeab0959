import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';

/** A call that was made, as the SDK saw it. Retries of one call are one call. */
export interface Call {
  operation: string;
  requestId?: string;
}

/** The client as those see it who stand between it and its callers. */
export interface Sendable {
  send(command: object, ...rest: unknown[]): Promise<{ $metadata?: { requestId?: string } }>;
}

/**
 * Keeps a list of the calls that go through a client, whatever is behind it.
 *
 * @returns the list, which grows as calls are made
 */
export function logCalls(client: CognitoIdentityProviderClient): Call[] {
  const calls: Call[] = [];
  const sendable = client as unknown as Sendable;
  const send = sendable.send.bind(client);
  sendable.send = async (command, ...rest) => {
    const call: Call = { operation: operationOf(command) };
    calls.push(call);
    const output = await send(command, ...rest);
    call.requestId = output.$metadata?.requestId;
    return output;
  };
  return calls;
}

/** `DescribeUserPool` of a `DescribeUserPoolCommand`. */
export const operationOf = (command: object): string => command.constructor.name.replace(/Command$/, '');

/** How often each operation was called. */
export function countCalls(calls: readonly Call[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { operation } of calls) counts[operation] = (counts[operation] ?? 0) + 1;
  return counts;
}
