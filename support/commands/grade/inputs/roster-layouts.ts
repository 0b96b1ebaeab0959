/**
 * How the exports of learning management systems list a class: one description per system. Columns are named in
 * the form that {@link columnName} gives them.
 */

/** A cell of a row by its column's name; empty where there is no such column. */
export type Cells = (column: string) => string;

export interface RosterLayout {
  /** The layout's name for messages: "a Canvas gradebook export". */
  title: string;
  system: 'canvas' | 'moodle' | 'moodle-worksheet' | 'github' | 'blackboard' | 'brightspace' | 'other';
  /** Groups of columns, by name or by what names them: a file of this layout has at least one of each group. */
  tells: (string | RegExp)[][];
  /** Columns that identify a learner, the first choice first. */
  identifiers: string[];
  /** Columns whose cells make the learner's name, in order. */
  name: string[];
  email?: string[];
  /** Identifiers that repositories and folders of this system have in lower case. */
  anyCase?: string[];
  /** A prefix of every identifier that does not belong to it. */
  prefix?: string;
  /** Rows that are not learners, besides those without an identifier. */
  isNobody?: (cells: Cells) => boolean;
}

/** Columns of a Canvas export that are no assignment and that Canvas fills by itself. */
export const canvasTotals = /\b(current|final|override) (score|points|grade|status)\b/i;

/** `Name (12345)`: how Canvas names the column of an assignment. */
export const canvasAssignment = /\((\d+)\)\s*$/;

/** `Lab 1 [Total Pts: 17 Score] |456`: how Blackboard names a column of points. */
const blackboardItem = /\[total_pts:/;

export const rosterLayouts: readonly RosterLayout[] = [
  {
    title: 'a Canvas gradebook export',
    system: 'canvas',
    tells: [
      ['student', 'lastname'],
      ['id'],
      ['section'],
      ['sis_login_id', 'sis_user_id', 'current_score', 'final_score', canvasAssignment],
    ],
    identifiers: ['sis_login_id', 'sis_user_id', 'id', 'integration_id'],
    name: ['student', 'firstname', 'lastname'],
    isNobody: (cells) =>
      /^\s*points possible/i.test(cells('student') || cells('lastname')) ||
      /^student, test$/i.test(cells('student')) ||
      (/^student$/i.test(cells('lastname')) && /^test$/i.test(cells('firstname'))) ||
      (cells('id') === '' && cells('sis_user_id') === '' && cells('sis_login_id') === ''),
  },
  {
    title: 'a grading worksheet of Moodle',
    system: 'moodle-worksheet',
    tells: [['identifier'], ['grade'], ['maximum_grade', 'grade_can_be_changed', 'last_modified_(grade)']],
    identifiers: ['identifier', 'id_number', 'email_address', 'username'],
    name: ['full_name'],
    email: ['email_address'],
  },
  {
    title: 'a grades export of Moodle',
    system: 'moodle',
    tells: [
      ['first_name'],
      ['surname', 'last_name'],
      ['email_address', 'id_number'],
      ['id_number', 'institution', 'department', 'last_downloaded_from_this_course', 'username', 'groups'],
    ],
    identifiers: ['id_number', 'username', 'email_address'],
    name: ['first_name', 'surname', 'last_name'],
    email: ['email_address'],
  },
  {
    title: 'a roster of GitHub Classroom',
    system: 'github',
    tells: [['identifier', 'roster_identifier'], ['github_username']],
    identifiers: ['identifier', 'roster_identifier', 'github_username'],
    name: ['name'],
    anyCase: ['github_username'],
  },
  {
    title: 'a roster of Classroom 50',
    system: 'github',
    tells: [['username'], ['github_id']],
    identifiers: ['username'],
    name: ['first_name', 'last_name', 'name'],
    email: ['email'],
    anyCase: ['username'],
  },
  {
    title: 'a Brightspace grades export',
    system: 'brightspace',
    tells: [
      ['orgdefinedid', 'username'],
      ['end_of_line_indicator', 'orgdefinedid'],
      ['end_of_line_indicator', 'username', 'email'],
    ],
    identifiers: ['orgdefinedid', 'username', 'email'],
    name: ['first_name', 'last_name'],
    email: ['email'],
    prefix: '#',
  },
  {
    title: 'a Blackboard grade centre download',
    system: 'blackboard',
    tells: [['last_name'], ['first_name'], ['username'], ['student_id', 'last_access', 'availability', blackboardItem]],
    identifiers: ['username', 'student_id'],
    name: ['first_name', 'last_name'],
    isNobody: (cells) => /_previewuser$/i.test(cells('username')),
  },
  {
    title: 'a Gradescope roster',
    system: 'other',
    tells: [['sid'], ['email'], ['first_name', 'last_name', 'name', 'sections', 'section']],
    identifiers: ['sid', 'email'],
    name: ['first_name', 'last_name', 'name'],
    email: ['email'],
  },
  {
    title: 'a student list of nbgrader',
    system: 'other',
    tells: [['id'], ['first_name'], ['last_name'], ['email', 'lms_user_id']],
    identifiers: ['id', 'lms_user_id', 'email'],
    name: ['first_name', 'last_name'],
    email: ['email'],
  },
  {
    title: 'a gradebook export of Sakai',
    system: 'other',
    tells: [
      ['student_id', 'student_number'],
      ['name', 'student_name'],
    ],
    identifiers: ['student_id', 'student_number'],
    name: ['name', 'student_name'],
    prefix: '#',
  },
  {
    title: 'a list of names and email addresses, as Google Classroom exports it',
    system: 'other',
    tells: [['first_name'], ['last_name', 'surname'], ['email_address', 'email']],
    identifiers: ['email_address', 'email'],
    name: ['first_name', 'last_name', 'surname'],
    email: ['email_address', 'email'],
    isNobody: (cells) => /^(date|points|class average)$/i.test(cells('last_name') || cells('first_name')),
  },
];

/** Roles of people in a course who are no learners: a row that has a role is a learner's only where it says so. */
const learnerRole = /^(|student|learner|studentenrollment|participant)$/i;

export const isOtherRole = (cells: Cells): boolean => !learnerRole.test(cells('role'));

/**
 * A column's name by which it is found: without marks that have no shape, in small letters, with underscores.
 */
export const columnName = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{DI}\p{Cc}]/gu, (mark) => (/\s/.test(mark) ? ' ' : ''))
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/**
 * The layout of a header, if it is one of an LMS. A file with our own column `student` is ours unless it is Canvas's.
 *
 * @param columns by {@link columnName}
 */
export function layoutOf(columns: readonly string[]): RosterLayout | undefined {
  // Only Canvas has a column "Student", and there it is the name.
  const [canvas] = rosterLayouts;
  const has = (name: string | RegExp): boolean =>
    typeof name === 'string' ? columns.includes(name) : columns.some((column) => name.test(column));
  const found = rosterLayouts.find(({ tells }) => tells.every((group) => group.some(has)));
  return columns.includes('student') && found !== canvas ? undefined : found;
}
