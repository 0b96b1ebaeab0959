import { setTimeout as sleep } from 'node:timers/promises';
import { isThrottled } from './explain';

/** How long to wait before each further try of a call that is throttled, in milliseconds: about half a minute in all. */
export const backoff: readonly number[] = [1_000, 2_000, 4_000, 8_000, 15_000];

/** Makes a call, and again where it is throttled beyond the SDK's own retries: removing what was made is worth a wait. */
export async function retryThrottled<T>(call: () => Promise<T>, delays: readonly number[] = backoff): Promise<T> {
  for (const delay of delays) {
    try {
      return await call();
    } catch (error) {
      if (!isThrottled(error)) throw error;
      await sleep(delay);
    }
  }
  return call();
}
