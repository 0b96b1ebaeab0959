import { setTimeout as sleep } from 'node:timers/promises';

/** When to look again. */
export interface Trigger {
  /** In a few words, for the screen: `told of every change`. */
  readonly how: string;
  /**
   * Waits for the next look.
   *
   * @param look when the last one began, by `performance.now()`, and whether AWS throttled it
   * @throws the signal's reason when the watch ends
   */
  next(look: { began: number; wasThrottled: boolean }, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** Milliseconds from the beginning of a look to that of the next; a look takes a second, and a change shows within five. */
const shortest = 4_000;

const longest = 60_000;

/** Looks again and again: every four seconds, and half as often after each look that AWS throttled. */
export class Polling implements Trigger {
  #interval = shortest;

  get how(): string {
    return `looks every ${this.#interval / 1_000} s`;
  }

  async next({ began, wasThrottled }: { began: number; wasThrottled: boolean }, signal: AbortSignal): Promise<void> {
    this.#interval = wasThrottled ? Math.min(longest, this.#interval * 2) : Math.max(shortest, this.#interval / 2);
    await sleep(Math.max(0, began + this.#interval - performance.now()), undefined, { signal });
  }

  close(): void {
    // Nothing is open.
  }
}
