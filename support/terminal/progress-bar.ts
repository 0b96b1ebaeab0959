import type { SingleBar } from 'cli-progress';
import { count } from '../reports/render/wording';

/** The progress of a class and the time left: a bar on a terminal, otherwise a plain line for every twentieth. */
export class ProgressBar {
  #bar?: SingleBar;
  #reported = 0;
  readonly #started = performance.now();

  constructor(private readonly stream: NodeJS.WriteStream) {}

  readonly show = (done: number, of: number): void => {
    if (this.stream.isTTY) this.#draw(done, of);
    else if (Math.floor((done * 20) / of) > this.#reported) {
      this.#reported = Math.floor((done * 20) / of);
      const left = ((performance.now() - this.#started) / done) * (of - done);
      this.stream.write(`${done} of ${count(of, 'learner')}${done < of ? `, ${Math.ceil(left / 1000)} s left` : ''}\n`);
    }
  };

  /** Restores the terminal. */
  clear(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }

  #draw(done: number, of: number): void {
    if (!this.#bar) {
      const { SingleBar } = require('cli-progress') as typeof import('cli-progress');
      const text = '{value} of {total} learners, {eta_formatted} left';
      // On a narrow terminal, the text takes precedence over the bar.
      const room = (this.stream.columns || 80) - ' of  learners, 59m59s left'.length - 2 * String(of).length - 4;
      this.#bar = new SingleBar({
        stream: this.stream,
        format: room < 4 ? text : `[{bar}] ${text}`,
        barsize: Math.min(40, Math.max(room, 4)),
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
