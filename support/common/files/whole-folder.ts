import * as fs from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isBusy, unwritable } from './write-whole';

/**
 * A folder of many files that are whole or absent, as {@link writeWhole} writes one, but several at a time: what is
 * flushed to the disk does not hold up what is computed next. Only their owner may read them.
 */
export class WholeFolder {
  #drafts = 0;

  /**
   * Makes the folder, which only its owner may look into, also where it is there already.
   *
   * @throws Problem where the folder cannot be made
   */
  constructor(private readonly folder: string) {
    try {
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
      fs.chmodSync(folder, 0o700);
    } catch (error) {
      throw unwritable(folder, error);
    }
    this.removeDrafts();
  }

  /** Removes what processes that are gone left half-written. @throws Problem where that cannot be removed */
  removeDrafts(): void {
    try {
      for (const name of fs.readdirSync(this.folder)) {
        const [, pid] = /^\.cognito-lab-(\d+)-\d+\.draft$/.exec(name) ?? [];
        if (pid !== undefined && !isBusy(Number(pid))) fs.rmSync(path.join(this.folder, name), { force: true });
      }
    } catch (error) {
      throw unwritable(this.folder, error);
    }
  }

  /** @param name of the file, with no folder in it. @throws Problem that says what is in the way */
  async write(name: string, text: string): Promise<void> {
    const draft = path.join(this.folder, `.cognito-lab-${process.pid}-${++this.#drafts}.draft`);
    try {
      await writeFile(draft, text, { flag: 'wx', flush: true, mode: 0o600 });
      await rename(draft, path.join(this.folder, name));
    } catch (error) {
      await rm(draft, { force: true });
      throw unwritable(path.join(this.folder, name), error);
    }
  }
}
