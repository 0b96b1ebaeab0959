import { Problem } from '../../common/problem';
import { oneLine } from '../../common/text/plain-text';

/** What is wrong with a lab: where, what, and what to write instead. */
export interface Fault {
  /** Relative to the lab's folder: `features/task-4.feature`. */
  readonly file: string;
  /** From 1; absent where it is of the whole file. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  readonly message: string;
  readonly remedy?: string;
}

/** `features/task-4.feature:12:5`. */
export const placeOf = ({ file, line, column }: Fault): string =>
  [file, line, column].filter((part) => part !== undefined).join(':');

/** One fault, on one line. */
export const faultText = (fault: Fault): string =>
  oneLine([`${placeOf(fault)}: ${fault.message}`, fault.remedy].filter(Boolean).join(' '));

/** The most faults that a message lists. */
const most = 20;

/** A lab with faults gives no verdict: all of them, each with its place. */
export function labProblem(folder: string, faults: readonly Fault[]): Problem {
  const listed = faults.slice(0, most).map((fault) => `  ${faultText(fault)}`);
  const more = faults.length > most ? [`  and ${faults.length - most} more`] : [];
  return new Problem(
    `The lab in ${folder} cannot be used as it is:\n${[...listed, ...more].join('\n')}`,
    'Correct it and run again. docs/authoring-labs.md describes what a lab needs.',
  );
}

/** In the order of the files, and of their lines. */
export const inOrder = (faults: readonly Fault[]): Fault[] =>
  [...faults].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
