/** How the downloads of learning management systems name submissions: one description per system. */

/** The parts of an entry's name. */
export interface EntryName {
  /** The learner's identifier in this name. */
  student: string;
  /** The roster column that the identifier belongs to, if it could stand for somebody else in another. */
  column?: string;
  /** The learner's full name. */
  name?: string;
  /** The learner's name in lower case, or a part of it, without spaces. */
  letters?: string;
  /** The learner's own name for the file. */
  file?: string;
}

export interface DownloadLayout {
  /** The layout's name for messages: "a download of Moodle". */
  title: string;
  pattern: RegExp;
}

/** The groups of each pattern are the members of {@link EntryName}. */
export const downloadLayouts: readonly (DownloadLayout & { column?: string })[] = [
  {
    title: 'a download of Moodle',
    pattern: /^(?<name>.+)_(?<student>\d+)_assignsubmission_file(?:_(?<file>.*))?$/,
    column: 'identifier',
  },
  {
    title: 'a download of Brightspace',
    pattern: /^(?<student>\d+)-\d+ - (?<name>.+?) - .+$/,
    column: 'd2l_user_id',
  },
  { title: 'an export of Gradescope', pattern: /^(?<student>submission_\d+)$/ },
  {
    title: 'a download of Canvas',
    // The number after the name is the learner's, the next one the submission's.
    pattern: /^(?<letters>[^_]+)(?:_late)?_(?<student>\d+)_\d+_(?<file>.+)$/i,
    column: 'id',
  },
];

/**
 * The layout of the entries of a folder: the one that matches more than half of them, so that a stray file does not
 * matter.
 */
export function downloadLayoutOf(names: readonly string[]): (typeof downloadLayouts)[number] | undefined {
  return downloadLayouts.find(({ pattern }) => names.filter((name) => pattern.test(name)).length * 2 > names.length);
}

/** @param isFile whether the entry is one, and its extension no part of the learner's identifier */
export function readEntryName(
  name: string,
  isFile: boolean,
  layout: (typeof downloadLayouts)[number] | undefined,
): EntryName {
  const groups = layout?.pattern.exec(name)?.groups;
  if (!groups?.student) return { student: isFile ? name.replace(/(?<=.)\.(json|zip)$/i, '') : name };
  const { student, name: person, letters, file } = groups;
  return {
    student,
    ...(layout?.column !== undefined && { column: layout.column }),
    ...(person !== undefined && { name: person }),
    ...(letters !== undefined && { letters }),
    ...(file && { file }),
  };
}

/** An entry of Moodle's that holds what the learner typed into a form, and never a file. */
export const isTypedText = (name: string): boolean => /_assignsubmission_onlinetext(_|$)/.test(name);
