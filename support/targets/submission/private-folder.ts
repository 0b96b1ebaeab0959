import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';

/**
 * A folder that only the user may enter, for what is extracted from archives. It is made when it is first needed, and
 * removed by `remove`, at the latest when the process ends.
 */
export class PrivateFolder {
  #path?: string;
  #count = 0;

  /** @returns a path in it at which there is nothing yet */
  next(): string {
    if (this.#path === undefined) {
      // mkdtemp makes it with mode 0700.
      this.#path = realpathSync(mkdtempSync(join(tmpdir(), 'cognito-lab-')));
      process.once('exit', this.remove);
    }
    return join(this.#path, String(++this.#count));
  }

  /** Whether a path is in it. */
  holds = (path: string): boolean => this.#path !== undefined && path.startsWith(`${this.#path}${sep}`);

  readonly remove = (): void => {
    process.off('exit', this.remove);
    if (this.#path !== undefined) rmSync(this.#path, { recursive: true, force: true });
    this.#path = undefined;
  };
}
