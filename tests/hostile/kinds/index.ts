import { archives } from './archives';
import { folders } from './folders';
import type { Kind } from './kind';
import { names } from './names';
import { sizes } from './sizes';
import { texts } from './texts';

const families = { sizes, folders, names, texts, archives };

/** What strangers tried, by family, each with the right that no one else is touched by it. */
export const kinds: Record<string, Kind> = Object.fromEntries(
  Object.entries(families).flatMap(([family, rows]) =>
    Object.entries(rows).map(([what, kind]) => [`${family}: ${what}`, kind]),
  ),
);
