import { randomUUID } from 'node:crypto';
import { accessSync, closeSync, constants, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../problem';

/**
 * Writes a file whole or not at all: beside its place first, and then under its name.
 *
 * @throws Problem that names the file and says what to do
 */
export function writeWhole(path: string, text: string): void {
  const draft = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    const file = openSync(draft, 'wx', 0o666);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw unwritable(path, error);
  }
}

/**
 * Finds out before any work is done whether a file can be written.
 *
 * @throws Problem that names the file and says what to do
 */
export function checkWritable(path: string): void {
  try {
    accessSync(dirname(path), constants.W_OK);
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  } catch (error) {
    throw unwritable(path, error);
  }
}

const unwritable = (path: string, cause: unknown): Problem =>
  new Problem(
    `${path} cannot be written (${(cause as NodeJS.ErrnoException).code}).`,
    'Name a file in a folder that exists and that you may write in.',
    { cause },
  );
