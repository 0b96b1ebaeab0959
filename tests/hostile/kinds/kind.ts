import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { zipOf, type ZipEntry } from '../../support/zip';
import { rightFiles } from '../../grade/class-on-disk';

/** What one learner hands in. Big things are made, not kept. */
export interface Kind {
  /** Makes it at a path. */
  make: (path: string) => void;
  /** What the reason has to say, so that the row tests what it is named for. `graded`: it is right, and nothing more. */
  reason: RegExp | 'graded';
}

/** A right submission with some of its files made otherwise. */
export const folder =
  (changes: Record<string, string | Buffer> = {}) =>
  (path: string): void => {
    mkdirSync(path);
    for (const [name, content] of Object.entries({ ...rightFiles(basename(path)), ...changes }))
      writeFileSync(join(path, name), content);
  };

export const file =
  (content: string | Buffer, extension = '.json') =>
  (path: string): void =>
    writeFileSync(`${path}${extension}`, content);

export const zip =
  (entries: ZipEntry[]) =>
  (path: string): void =>
    writeFileSync(`${path}.zip`, zipOf(entries));

/** The entries of a right submission, with others after them. */
export const rightZip =
  (more: ZipEntry[] = []) =>
  (path: string): void =>
    zip([...Object.entries(rightFiles(basename(path))).map(([name, content]) => ({ name, content })), ...more])(path);
