import { opendirSync } from 'node:fs';

/**
 * The names in a folder that others filled, in order.
 *
 * @param most names beyond these are not even read
 * @throws whatever the system says
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
