import * as fs from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Problem } from '../problem';
import { unwritable } from './atomic-write';
import { takeLock, type Lock } from './lock-file';

/** Within a draft: the names that are being moved out of it. */
const moving = '.moving';

/**
 * A folder that is made elsewhere and put in its place when it is whole. What a killed process left of its draft is
 * removed by the next one.
 *
 * Where nothing is at `output`, the draft is beside it, and one rename puts it there. A folder that is there and empty
 * stays the same one, because it may be the current folder, or a volume, over which nothing can be renamed: the draft
 * is in it, and its files are moved up. A kill between two of these moves is undone by the next process.
 */
export class DraftFolder {
  /** Where to write. */
  readonly path: string;
  readonly #inside: boolean;
  readonly #lock: Lock;

  /**
   * Creates the draft, accessible to its owner only.
   *
   * @throws Problem where there is something in `output`, another process is making it, or it cannot be written
   */
  constructor(private readonly output: string) {
    const place = resolve(output);
    this.#inside = fs.existsSync(place);
    this.path = this.#inside ? join(place, '.merging') : join(dirname(place), `.${basename(place)}.merging`);
    const lockPath = this.#inside ? join(place, '.lock') : `${this.path}.lock`;
    this.#lock = explaining(output, () => {
      fs.mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
      return takeLock(lockPath, `The folder ${output}`, 'name another folder with --output');
    });
    try {
      if (this.#inside) this.#undo();
      checkEmpty(output);
      explaining(output, () => {
        remove(this.path);
        fs.mkdirSync(this.path, { mode: 0o700 });
      });
    } catch (error) {
      this.#lock.release();
      throw error;
    }
  }

  /** Puts the folder in its place. @throws Problem where that cannot be; the draft is still there then */
  commit(): void {
    checkEmpty(this.output);
    explaining(this.output, () => {
      if (this.#inside) this.#moveUp();
      else fs.renameSync(this.path, resolve(this.output));
    });
    this.#lock.release();
  }

  /** Leaves nothing of the draft. @throws Problem where it cannot be removed */
  discard(): void {
    explaining(this.path, () => remove(this.path));
    this.#lock.release();
  }

  #moveUp(): void {
    const names = fs.readdirSync(this.path);
    fs.writeFileSync(join(this.path, moving), JSON.stringify(names), { flush: true });
    for (const name of names) fs.renameSync(join(this.path, name), join(dirname(this.path), name));
    remove(this.path);
  }

  /** Removes what a killed process had moved already. The folder was empty before, so that all of it is of its draft. */
  #undo(): void {
    const list = join(this.path, moving);
    if (!fs.lstatSync(list, { throwIfNoEntry: false })?.isFile()) return;
    explaining(this.output, () => {
      for (const name of namesIn(fs.readFileSync(list, 'utf8'))) remove(join(dirname(this.path), name));
      remove(list);
    });
  }
}

/** @returns nothing where the list was not written to its end: nothing was moved then */
function namesIn(list: string): string[] {
  try {
    return (JSON.parse(list) as string[]).filter((name) => basename(name) === name && !/^\.*$/.test(name));
  } catch {
    return [];
  }
}

/**
 * Nothing of another run gets among the results, and nothing is overwritten. Locks and drafts do not count.
 *
 * @throws Problem for a folder that has something in it
 */
export function checkEmpty(output: string): void {
  const names = explaining(output, () => (fs.existsSync(output) ? fs.readdirSync(output) : []));
  if (names.includes('.merging') && fs.existsSync(join(output, '.merging', moving))) return;
  if (names.some((name) => name !== '.merging' && !/^\.lock(\.|$)/.test(name)))
    throw new Problem(`The folder ${join(output)} has something in it.`, 'Name a new folder with --output.');
}

/** As often as files may be on their way into a folder that is removed, each of which makes it not empty once. */
const tries = 100;

/** Removes a folder with all that is in it, also while other threads of this process finish copying files to it. */
function remove(path: string, left = tries): void {
  try {
    fs.rmSync(path, { recursive: true, force: true });
  } catch (error) {
    if (left === 0 || (error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error;
    remove(path, left - 1);
  }
}

function explaining<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unwritable(path, error);
  }
}
