/** One screen of a terminal that is drawn again in its place, and given back as it was. */
import wrapAnsi from 'wrap-ansi';

const enter = '\u001b[?1049h\u001b[?25l';
const leave = '\u001b[?25h\u001b[?1049l';

/** The size of a terminal that does not say. */
const usual = { columns: 80, rows: 24 };

export class Screen {
  #isOpen = false;
  #draw?: (size: { columns: number; rows: number }) => string[];
  readonly #onResize = (): void => this.#redraw();
  readonly #onExit = (): void => this.close();

  constructor(private readonly stream: NodeJS.WriteStream) {}

  /**
   * Draws, now and whenever the terminal changes its size.
   *
   * @param draw the lines, without control sequences but colours; those that are too wide are broken, those beyond the
   *   last row are left out
   */
  show(draw: (size: { columns: number; rows: number }) => string[]): void {
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.stream.on('resize', this.#onResize);
      process.once('exit', this.#onExit);
      this.stream.write(enter);
    }
    this.#draw = draw;
    this.#redraw();
  }

  /** Gives the terminal back as it was. Also done when the process ends in any other way. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.stream.off('resize', this.#onResize);
    process.off('exit', this.#onExit);
    this.stream.write(leave);
  }

  #redraw(): void {
    if (!this.#isOpen || !this.#draw) return;
    const columns = this.stream.columns || usual.columns;
    const rows = this.stream.rows || usual.rows;
    const lines = fit(this.#draw({ columns, rows }), columns).slice(0, rows);
    // Each line erases what was there; in one write, so that nothing flickers.
    this.stream.write(`\u001b[H${lines.map((line) => `${line}\u001b[K`).join('\r\n')}\u001b[J`);
  }
}

/** Lines that are no wider than the terminal. */
export const fit = (lines: readonly string[], columns: number): string[] =>
  lines.flatMap((line) => wrapAnsi(line, columns, { hard: true, trim: false }).split('\n'));
