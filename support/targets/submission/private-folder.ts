import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';

/**
 * A temporary folder for extracted archives, accessible to the user only. It is created on first use and removed by
 * `remove`, at the latest when the process ends.
 */
export class PrivateFolder {
  #path?: string;
  #count = 0;

  /** @returns an unused path in it */
  next(): string {
    if (this.#path === undefined) {
      // mkdtemp sets mode 0700.
      this.#path = realpathSync(mkdtempSync(join(tmpdir(), 'cognito-lab-')));
      process.once('exit', this.remove);
    }
    return join(this.#path, String(++this.#count));
  }

  /** Whether a path is in the folder. */
  holds = (path: string): boolean => this.#path !== undefined && path.startsWith(`${this.#path}${sep}`);

  readonly remove = (): void => {
    process.off('exit', this.remove);
    if (this.#path !== undefined) rmSync(this.#path, { recursive: true, force: true });
    this.#path = undefined;
  };
}
