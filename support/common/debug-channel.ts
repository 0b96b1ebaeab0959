import { channel } from 'node:diagnostics_channel';

/** The events of `--debug`. Publishers must not include secrets. */
export type DebugEvent =
  | {
      kind: 'call';
      /** The name of the SDK's client: CognitoIdentityProviderClient, STSClient. */
      client: string;
      operation: string;
      /** Milliseconds, for all attempts together. */
      duration: number;
      requestId?: string;
      attempts?: number;
      /** The HTTP status. */
      status?: number;
      /** The name of the error, if the call failed. */
      error?: string;
    }
  /** A setting, its value, and its origin. */
  | { kind: 'setting'; name: string; value: string; from: string };

/** Node's diagnostics_channel: nearly free without subscribers, and no dependency between rooms. */
export const debugChannel = channel('cognito-lab:debug');

/** Publishes the event that `event` creates, which is not called without subscribers. */
export function publishDebug(event: () => DebugEvent): void {
  if (debugChannel.hasSubscribers) debugChannel.publish(event());
}
