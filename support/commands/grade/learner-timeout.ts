/**
 * The time limit of one learner. The clock stops while the learner's calls wait for the rate limiter, because that wait
 * depends on the whole class.
 */
export class LearnerTimeout {
  readonly #controller = new AbortController();
  readonly #abort = (): void => this.#controller.abort();
  #left: number;
  #since = 0;
  #waits = 0;
  #ended = false;
  #timer?: NodeJS.Timeout;

  /**
   * @param milliseconds until {@link signal} is aborted
   * @param stop aborts it at once: the whole run ends
   */
  constructor(
    private readonly milliseconds: number,
    private readonly stop?: AbortSignal,
  ) {
    this.#left = milliseconds;
    stop?.addEventListener('abort', this.#abort);
    this.#run();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Milliseconds used so far. */
  get spent(): number {
    const isRunning = this.#waits === 0 && !this.#ended;
    return this.milliseconds - this.#left + (isRunning ? performance.now() - this.#since : 0);
  }

  /** Stops the clock. @returns a function that starts it again, once every caller has called theirs */
  readonly pause = (): (() => void) => {
    if (this.#waits++ === 0) {
      clearTimeout(this.#timer);
      this.#left -= performance.now() - this.#since;
    }
    return () => {
      if (--this.#waits === 0 && !this.#ended) this.#run();
    };
  };

  /** The work is done. */
  end(): void {
    if (this.#ended) return;
    if (this.#waits === 0) this.#left -= performance.now() - this.#since;
    this.#ended = true;
    this.stop?.removeEventListener('abort', this.#abort);
    clearTimeout(this.#timer);
  }

  #run(): void {
    this.#since = performance.now();
    this.#timer = setTimeout(this.#abort, Math.max(0, this.#left));
  }
}
