import { lstatSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listFolder } from '../../common/files/list-folder';
import { readBounded } from '../../common/files/read-bounded';
import { systemReason } from '../../common/files/system-error';
import { Problem } from '../../common/problem';
import { decode } from '../../common/text/decode';
import { quote } from '../../common/text/shorten';
import type { Fault } from './fault';

const megabyte = 1024 * 1024;

/** Bounds of a lab. A feature file of a large lab has some 30 KB. */
export const bounds = { file: megabyte, all: 16 * megabyte, entries: 2_000, depth: 8 } as const;

/** A file of the folder. Its name is relative, with slashes on every system. */
export interface ContainedFile {
  readonly name: string;
  readonly text: string;
}

const leaveOut = 'Put a file there, not a link.';

/**
 * Reads the files of a lab's folder: somebody else's, so that no link is followed, nothing outside of it is read, and
 * sizes and counts are bounded. Nothing in it is executed.
 */
export class ContainedFiles {
  /** The absolute path, without links. */
  readonly root: string;
  readonly faults: Fault[] = [];
  #bytes = 0;
  #entries = 0;

  /** @throws Problem for what is not a folder */
  constructor(readonly folder: string) {
    try {
      this.root = realpathSync(folder);
      if (statSync(this.root).isDirectory()) return;
    } catch (error) {
      const reason = systemReason(error);
      if (reason === undefined) throw error;
      throw new Problem(`The lab ${quote(folder, 200)} cannot be read: ${reason}.`, remedyOfFolder, { cause: error });
    }
    throw new Problem(`The lab ${quote(folder, 200)} is not a folder.`, remedyOfFolder);
  }

  /** Whether something is there, a link too. */
  has(name: string): boolean {
    try {
      return lstatSync(join(this.root, name), { throwIfNoEntry: false }) !== undefined;
    } catch {
      return false;
    }
  }

  /** @returns undefined for a file that cannot be read, which is a fault */
  read(name: string): ContainedFile | undefined {
    try {
      const { bytes } = readBounded(join(this.root, name), { name, most: bounds.file, followLinks: false });
      this.#bytes += bytes.length;
      if (this.#bytes > bounds.all)
        throw new Problem(
          'The files of the lab are too large together.',
          `Keep them below ${bounds.all / megabyte} MB.`,
        );
      return { name, text: decode(bytes) };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.faults.push({ file: name, message: error.message, remedy: remedyOf(error) });
      return undefined;
    }
  }

  /** The names of the files below a folder that end so, sorted. Links and what cannot be read are faults. */
  list(folder: string, ending: string, depth = 0): string[] {
    const names = this.#namesIn(folder);
    return names.flatMap((each) => {
      const name = `${folder}/${each}`;
      const stats = lstatSync(join(this.root, name), { throwIfNoEntry: false });
      if (!stats) return [];
      if (stats.isSymbolicLink()) {
        this.faults.push({
          file: name,
          message: 'It is a symbolic link, and links are not followed.',
          remedy: leaveOut,
        });
        return [];
      }
      if (stats.isDirectory()) {
        if (depth < bounds.depth) return this.list(name, ending, depth + 1);
        this.faults.push({ file: name, message: 'It is nested too deep.', remedy: 'Use fewer folders.' });
        return [];
      }
      return each.endsWith(ending) ? [name] : [];
    });
  }

  #namesIn(folder: string): string[] {
    const path = join(this.root, folder);
    try {
      if (lstatSync(path).isSymbolicLink()) {
        this.faults.push({
          file: folder,
          message: 'It is a symbolic link, and links are not followed.',
          remedy: leaveOut,
        });
        return [];
      }
      const { names, more } = listFolder(path, bounds.entries);
      this.#entries += names.length;
      if (!more && this.#entries <= bounds.entries) return names;
      this.faults.push({
        file: folder,
        message: `There are more than ${bounds.entries} files in the lab.`,
        remedy: 'Name the folder of the lab itself.',
      });
      return [];
    } catch (error) {
      const reason = systemReason(error);
      if (reason === undefined) throw error;
      this.faults.push({ file: folder, message: `The folder cannot be read: ${reason}.`, remedy: remedyOfFolder });
      return [];
    }
  }
}

const remedyOfFolder =
  'Name a folder that has features and fixtures/lab.json; "cognito-lab lab init FOLDER" makes one.';

const remedyOf = ({ message, remedy }: Problem): string | undefined =>
  message.includes(' MB;')
    ? 'A file of a lab is words: keep it below 1 MB.'
    : message.includes('is a link')
      ? leaveOut
      : remedy;
