import { channel } from 'node:diagnostics_channel';

/** What `--debug` shows. None of it is ever a secret: whoever publishes it sees to that. */
export type DebugEvent =
  | {
      kind: 'call';
      /** The SDK's name of the client: CognitoIdentityProviderClient, STSClient. */
      client: string;
      operation: string;
      /** Milliseconds, with all attempts. */
      duration: number;
      requestId?: string;
      attempts?: number;
      /** The HTTP status. */
      status?: number;
      /** The name of the error that it ended in. */
      error?: string;
    }
  /** A setting, its value, and where it was taken from. */
  | { kind: 'setting'; name: string; value: string; from: string };

/** Node's own publish and subscribe: it costs next to nothing where nobody listens, and rooms need not know each other. */
export const debugChannel = channel('cognito-lab:debug');

/** Publishes what `event` makes, and makes nothing where nobody listens. */
export function publishDebug(event: () => DebugEvent): void {
  if (debugChannel.hasSubscribers) debugChannel.publish(event());
}
