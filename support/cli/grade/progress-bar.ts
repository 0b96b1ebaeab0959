import type { SingleBar } from 'cli-progress';

/** How far a class is, and the time left: a bar on a terminal, a plain line for every twentieth anywhere else. */
export class ProgressBar {
  #bar?: SingleBar;
  #told = 0;
  readonly #started = performance.now();

  constructor(private readonly stream: NodeJS.WriteStream) {}

  readonly show = (done: number, of: number): void => {
    if (this.stream.isTTY) this.#draw(done, of);
    else if (Math.floor((done * 20) / of) > this.#told) {
      this.#told = Math.floor((done * 20) / of);
      const left = ((performance.now() - this.#started) / done) * (of - done);
      this.stream.write(`${done} of ${of} learners${done < of ? `, ${Math.ceil(left / 1000)} s left` : ''}\n`);
    }
  };

  /** Leaves the terminal as it was. */
  clear(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }

  #draw(done: number, of: number): void {
    if (!this.#bar) {
      const { SingleBar } = require('cli-progress') as typeof import('cli-progress');
      this.#bar = new SingleBar({
        stream: this.stream,
        format: '[{bar}] {value} of {total} learners, {eta} s left',
        barCompleteChar: '#',
        barIncompleteChar: '-',
        clearOnComplete: true,
        hideCursor: true,
      });
      this.#bar.start(of, 0);
    }
    this.#bar.update(done);
  }
}
