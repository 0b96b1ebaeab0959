/**
 * How long one submission may take. The time that it spends waiting for its turn under a quota is the class's and not
 * its own, so that the clock stands still meanwhile.
 */
export class LearnerTimeout {
  readonly #controller = new AbortController();
  readonly #give = (): void => this.#controller.abort();
  #left: number;
  #since = 0;
  #waits = 0;
  #ended = false;
  #timer?: NodeJS.Timeout;

  /**
   * @param milliseconds until {@link signal} is given
   * @param stop gives it at once: the whole class is given up
   */
  constructor(
    private readonly milliseconds: number,
    private readonly stop?: AbortSignal,
  ) {
    this.#left = milliseconds;
    stop?.addEventListener('abort', this.#give);
    this.#run();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Milliseconds that were taken of it. */
  get spent(): number {
    const isRunning = this.#waits === 0 && !this.#ended;
    return this.milliseconds - this.#left + (isRunning ? performance.now() - this.#since : 0);
  }

  /** Stops the clock. @returns starts it again, once all who stopped it have */
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
    this.stop?.removeEventListener('abort', this.#give);
    clearTimeout(this.#timer);
  }

  #run(): void {
    this.#since = performance.now();
    this.#timer = setTimeout(this.#give, Math.max(0, this.#left));
  }
}
