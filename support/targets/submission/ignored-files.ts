/** Files that are never part of a submission: created by macOS, Windows, Office, npm and learning management systems. */
const names =
  /^(\..*|__MACOSX|Thumbs\.db|desktop\.ini|Icon\r|~\$.*|index\.html|submission_metadata\.yml|\$RECYCLE\.BIN|node_modules)$/i;

/** @param name of a file or a folder, without its path */
export const isIgnored = (name: string): boolean => names.test(name);
