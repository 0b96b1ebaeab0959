/**
 * How long one submission may take. The time that it spends waiting for its turn under a quota is the class's and not
 * its own, so that the clock stands still meanwhile.
 */
export class TimeLimit {
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
    milliseconds: number,
    private readonly stop?: AbortSignal,
  ) {
    this.#left = milliseconds;
    stop?.addEventListener('abort', this.#give);
    this.#run();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
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
    this.#ended = true;
    this.stop?.removeEventListener('abort', this.#give);
    clearTimeout(this.#timer);
  }

  #run(): void {
    this.#since = performance.now();
    this.#timer = setTimeout(this.#give, Math.max(0, this.#left));
  }
}
