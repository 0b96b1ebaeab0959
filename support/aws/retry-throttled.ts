import { setTimeout as sleep } from 'node:timers/promises';
import { isThrottled } from './explain';

/** The backoff delays for a throttled call, in milliseconds: about half a minute in total. */
export const backoff: readonly number[] = [1_000, 2_000, 4_000, 8_000, 15_000];

/** Retries a call that is still throttled after the SDK's own retries. Used where resources must be removed. */
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
