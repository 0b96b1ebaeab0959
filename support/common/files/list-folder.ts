import { opendirSync } from 'node:fs';

/**
 * The sorted names in an untrusted folder.
 *
 * @param most the number of names after which reading stops
 * @throws the error of the file system
 */
export function listFolder(folder: string, most: number): { names: string[]; more: boolean } {
  const opened = opendirSync(folder);
  try {
    const names: string[] = [];
    for (let entry = opened.readSync(); entry; entry = opened.readSync()) {
      if (names.length === most) return { names: names.sort(), more: true };
      names.push(entry.name);
    }
    return { names: names.sort(), more: false };
  } finally {
    opened.closeSync();
  }
}
