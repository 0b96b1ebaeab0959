import { lstatSync } from 'node:fs';

/**
 * Whether nothing is at a path. Unlike `!existsSync`, false for a dangling link and for a path in a folder that may
 * not be searched: there may be something, so that reading it must report the error.
 */
export function isAbsent(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}
