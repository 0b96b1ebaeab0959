import wrapAnsi from 'wrap-ansi';
import { oneLine } from '../common/text/plain-text';

/** The current check: an updated line on a terminal, otherwise plain lines. */
export class Progress {
  constructor(private readonly stream: NodeJS.WriteStream) {}

  readonly show = ({ task, title }: { task: number; title: string }, number: number, of: number): void => {
    const line = oneLine(`[${String(number).padStart(String(of).length)}/${of}] Task ${task}: ${title}`);
    if (!this.stream.isTTY) this.stream.write(`${line}\n`);
    else
      this.stream.write(`\r\u001b[2K${wrapAnsi(line, (this.stream.columns || 80) - 1, { hard: true }).split('\n')[0]}`);
  };

  /** Restores the terminal. */
  clear(): void {
    if (this.stream.isTTY) this.stream.write('\r\u001b[2K');
  }
}
