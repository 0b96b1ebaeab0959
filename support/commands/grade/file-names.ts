import { createHash } from 'node:crypto';

/** Names that Windows reserves for devices, with any extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$|clock\$)(\.|$)/i;

/** Letters and digits of any script, and marks that mean nothing to a shell or a file system. */
const safe = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._@+-]*(?: [\p{L}\p{N}\p{M}._@+-]+)*$/u;

/** Suffixes of a learner's other files: the files of `keke.gradescope` would collide with those of `keke`. */
const ofOurs = /\.(gradescope|prairielearn|classroom50|exercism)$/i;

/** File systems take 255 bytes, and an extension comes after. */
const mostBytes = 120;

const isSafe = (name: string): boolean =>
  name === name.normalize('NFC') &&
  safe.test(name) &&
  !name.endsWith('.') &&
  !ofOurs.test(name) &&
  !reserved.test(name) &&
  Buffer.byteLength(name) <= mostBytes;

const hash = (student: string): string => createHash('sha256').update(student).digest('hex').slice(0, 12);

/** The safe characters of a name, with enough of its hash that two names never collide. */
const madeUp = (student: string): string => {
  const rest = student
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '');
  return `${rest && !reserved.test(rest) ? `${rest}-` : ''}${hash(student)}`;
};

/**
 * A name for the files of each learner: the identifier itself where it is safe on every file system, something made
 * from it where it is not, or where two differ only in case or in the way that an accent is written. The same class
 * gets the same names every time.
 *
 * @param students each once
 */
export function fileNames(students: readonly string[]): Map<string, string> {
  const folded = (name: string): string => name.normalize('NFKC').toLowerCase();
  const counts = new Map<string, number>();
  for (const student of students) counts.set(folded(student), (counts.get(folded(student)) ?? 0) + 1);
  const plain = (student: string): boolean => isSafe(student) && counts.get(folded(student)) === 1;
  const taken = new Set(students.filter(plain).map(folded));
  return new Map(
    students.map((student) => {
      if (plain(student)) return [student, student];
      let name = madeUp(student);
      while (taken.has(folded(name))) name = `${name}-${hash(name)}`;
      taken.add(folded(name));
      return [student, name];
    }),
  );
}
