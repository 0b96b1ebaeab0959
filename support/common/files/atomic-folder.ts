import * as fs from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unwritable } from './atomic-write';

/**
 * A folder of files that are written atomically, like `writeAtomic`, but concurrently: flushing to disk does not
 * delay further work. The files are readable by their owner only.
 */
export class AtomicFolder {
  #drafts = 0;

  /**
   * Creates the folder, accessible to its owner only; also restricts an existing folder.
   *
   * @throws Problem if the folder cannot be created
   */
  constructor(private readonly folder: string) {
    try {
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
      fs.chmodSync(folder, 0o700);
    } catch (error) {
      throw unwritable(folder, error);
    }
  }

  /**
   * Removes all temporary files. For the holder of the folder's lock, while nothing of its own writes: whose they are
   * cannot be told by their process ids, which a killed process keeps until its parent has taken notice of its end.
   *
   * @throws Problem if one cannot be removed
   */
  removeDrafts(): void {
    try {
      for (const name of fs.readdirSync(this.folder))
        if (/^\.cognito-lab-\d+-\d+\.draft$/.test(name)) fs.rmSync(path.join(this.folder, name), { force: true });
    } catch (error) {
      throw unwritable(this.folder, error);
    }
  }

  /** @param name of the file, without a folder. @throws Problem that says why the file cannot be written */
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
