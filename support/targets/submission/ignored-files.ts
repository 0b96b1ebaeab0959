/**
 * Files that systems and programs leave in folders, and that are nobody's submission: of macOS, Windows, Office, and of
 * the learning management systems whose downloads they are in.
 */
const names =
  /^(\..*|__MACOSX|Thumbs\.db|desktop\.ini|Icon\r|~\$.*|index\.html|submission_metadata\.yml|\$RECYCLE\.BIN)$/i;

/** @param name of a file or a folder, without its path */
export const isIgnored = (name: string): boolean => names.test(name);
