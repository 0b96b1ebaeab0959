import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { Store } from '../cognito/store';
import { Problem } from '../../common/problem';
import { takeLock, type Lock } from '../../common/files/lock-file';
import { checkWritable, removeLeftovers, writeAtomic } from '../../common/files/atomic-write';
import { readLines } from '../../common/files/read-lines';
import { readState, writeState } from './state';

/** Milliseconds for which changes are gathered before they are written, at least. */
const saveDelay = 100;

/** Characters of a line of the file. A record is much shorter: a request has a megabyte at most. */
const longestLine = 64 * 1024 * 1024;

/** The next save waits this many times as long as the last one took, so that a large state leaves time for calls. */
const restFactor = 10;

/**
 * The file that keeps a store across restarts. It is replaced as a whole, never written in place: a reader, also after
 * a kill, finds the state before or the state after.
 */
export class StateFile {
  readonly store: Store;
  readonly #path: string;
  readonly #lock: Lock;
  readonly #onFailure: (problem: Problem) => void;
  #timer: NodeJS.Timeout | undefined;
  #hasChanged = false;
  #lastSaveTook = 0;

  /**
   * Opens or creates the file, and keeps it locked until `close`.
   *
   * @param onFailure called when a later save fails; the next one includes the change
   * @throws Problem for a file that is not a state, is in use or cannot be written; it is left as it is
   */
  constructor(path: string, onFailure: (problem: Problem) => void) {
    this.#path = fs.existsSync(path) ? fs.realpathSync(path) : path;
    this.#onFailure = onFailure;
    checkWritable(this.#path);
    this.#lock = takeLock(`${this.#path}.lock`, `The state file ${this.#path}`, 'name another file with --state');
    // A run that only reads writes nothing, by which it would remove them.
    removeLeftovers(dirname(this.#path));
    try {
      const isThere = fs.existsSync(this.#path);
      this.store = isThere ? this.#read() : new Store();
      if (!isThere) this.#write();
    } catch (error) {
      this.#lock.release();
      throw error;
    }
  }

  /** To be called after whatever may have changed the store. */
  touch(): void {
    this.#hasChanged = true;
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        try {
          this.#write();
        } catch (error) {
          this.#onFailure(error as Problem);
        }
      },
      Math.max(saveDelay, restFactor * this.#lastSaveTook),
    );
  }

  /**
   * Writes what is not written yet, and releases the file.
   *
   * @throws Problem where it cannot be written
   */
  close(): void {
    clearTimeout(this.#timer);
    try {
      if (this.#hasChanged) this.#write();
    } finally {
      this.#lock.release();
    }
  }

  #read(): Store {
    try {
      return readState(readLines(this.#path, longestLine));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Problem(
        `The state file ${this.#path} cannot be used: ${why}.`,
        'It was left as it is. Name another file with --state, or move this one away.',
        { cause: error },
      );
    }
  }

  #write(): void {
    if (!this.#lock.isHeld())
      throw new Problem(
        `The state file ${this.#path} is no longer this sandbox's: its lock was removed or taken over.`,
        'Nothing is written to it any more. Stop this sandbox, and start it again.',
      );
    const started = performance.now();
    // Readable by its owner alone: it holds signing keys, client secrets and codes.
    writeAtomic(this.#path, writeState(this.store), 0o600);
    this.#hasChanged = false;
    this.#lastSaveTook = performance.now() - started;
  }
}
