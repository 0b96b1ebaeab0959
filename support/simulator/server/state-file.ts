import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { Store } from '../cognito/store';
import { Problem } from '../../common/problem';
import { takeLock, type Lock } from '../../common/files/lock-file';
import { checkWritable, writeWhole } from '../../common/files/write-whole';
import { NotAState, readState, writeState } from './state';

/** How long changes are gathered before they are written, in milliseconds, and at least. */
const patience = 100;

/** The next save waits this many times as long as the last one took, so that a large state leaves time for calls. */
const restFactor = 10;

/**
 * The file that keeps a store across restarts. It is replaced as a whole, never written in place: whoever reads it,
 * after a kill too, finds the state before or the state after.
 */
export class StateFile {
  readonly store: Store;
  readonly #path: string;
  readonly #lock: Lock;
  readonly #onFailure: (problem: Problem) => void;
  #timer: NodeJS.Timeout | undefined;
  #savedDigest: string | undefined;
  #lastSaveTook = 0;

  /**
   * Opens or creates the file, and keeps it locked until `close`.
   *
   * @param onFailure told when a later save fails; the change is tried again with the next one
   * @throws Problem for a file that is not a state, is in use or cannot be written; it is left as it is
   */
  constructor(path: string, onFailure: (problem: Problem) => void) {
    this.#path = fs.existsSync(path) ? fs.realpathSync(path) : path;
    this.#onFailure = onFailure;
    checkWritable(this.#path);
    this.#lock = takeLock(`${this.#path}.lock`, `The state file ${this.#path}`, 'name another file with --state');
    try {
      this.store = fs.existsSync(this.#path) ? this.#read() : new Store();
      this.#write();
    } catch (error) {
      this.#lock.release();
      throw error;
    }
  }

  /** Says that the store may have changed. */
  touch(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        try {
          this.#write();
        } catch (error) {
          this.#onFailure(error as Problem);
        }
      },
      Math.max(patience, restFactor * this.#lastSaveTook),
    );
  }

  /**
   * Writes what is not written yet, and lets go of the file.
   *
   * @throws Problem where it cannot be written
   */
  close(): void {
    clearTimeout(this.#timer);
    try {
      this.#write();
    } finally {
      this.#lock.release();
    }
  }

  #read(): Store {
    try {
      if (!fs.statSync(this.#path).isFile()) throw new NotAState('it is not a file');
      return readState(fs.readFileSync(this.#path, 'utf8'));
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
    const text = writeState(this.store);
    const digest = createHash('sha256').update(text).digest('base64');
    if (digest !== this.#savedDigest) {
      // Readable by its owner alone: it holds signing keys, client secrets and codes.
      writeWhole(this.#path, text, 0o600);
      this.#savedDigest = digest;
    }
    this.#lastSaveTook = performance.now() - started;
  }
}
