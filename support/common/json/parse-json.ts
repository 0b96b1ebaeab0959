import { printParseErrorCode, visit } from 'jsonc-parser';
import { CouldNotLook } from '../could-not-look';

/** The maximum nesting depth; more than in any AWS answer or file of this program. */
const deepest = 64;

/**
 * The maximum number of values (objects, arrays, strings, numbers) in one text. `aws cognito-idp list-users` writes
 * about 40 per user, in about a kilobyte.
 */
const mostValues = 200_000;

interface Limits {
  /** The maximum number of values. */
  values?: number;
  /** The remedy for invalid JSON. */
  remedy?: string;
}

const asWritten = 'Write it again with the AWS CLI and "--output json", and leave it as it is.';
const nothingElse = 'Hand in what the AWS CLI or "cognito-lab snapshot" wrote, and nothing else.';

/**
 * Parses untrusted JSON. Refuses what parsers interpret differently or what is expensive to process: duplicate
 * members, a member `__proto__`, deep nesting, too many values. Errors name line and column, never the content, which
 * can be a secret.
 *
 * @param name the name of the text in messages
 * @throws CouldNotLook that says what is wrong and what to do
 */
export function parseJson(text: string, name: string, { values = mostValues, remedy }: Limits = {}): unknown {
  const refuse = (message: string, what: string): never => {
    throw new CouldNotLook(message, remedy ?? what);
  };
  if (text.trim() === '') refuse(`${name} is empty.`, asWritten);
  checkForm(text, name, values, refuse);
  try {
    return JSON.parse(text);
  } catch {
    return refuse(`${name} is not JSON.`, asWritten);
  }
}

/** Stops at the first fault, so that the rest of the text costs nothing. */
function checkForm(
  text: string,
  name: string,
  values: number,
  refuse: (message: string, remedy: string) => never,
): void {
  /** The member names so far of each open object; none for an array. */
  const open: (Set<string> | undefined)[] = [];
  const count = (): void => {
    if (--values < 0) refuse(`${name} holds more values than any answer of AWS's.`, nothingElse);
  };
  const enter = (names?: Set<string>): void => {
    count();
    if (open.push(names) > deepest)
      refuse(`${name} is nested more than ${deepest} levels deep, which no answer of AWS's is.`, nothingElse);
  };
  const leave = (): void => void open.pop();

  visit(
    text,
    {
      onObjectBegin: () => enter(new Set()),
      onArrayBegin: () => enter(),
      onObjectEnd: leave,
      onArrayEnd: leave,
      onLiteralValue: count,
      onObjectProperty: (member, _offset, _length, line, column) => {
        const at = place(line, column);
        if (member === '__proto__')
          refuse(`${name} has a member named __proto__ (${at}), which no answer of AWS's has.`, nothingElse);
        if (open.at(-1)?.has(member))
          refuse(`${name} names a member twice (${at}), so that it is not known which of the two is meant.`, asWritten);
        open.at(-1)?.add(member);
      },
      onError: (error, offset, length, line, column) =>
        refuse(
          offset + (printParseErrorCode(error) === 'UnexpectedEndOfString' ? length : 0) >= text.trimEnd().length
            ? `${name} is not JSON: it ends too early.`
            : `${name} is not JSON: it is not well formed in ${place(line, column)}.`,
          asWritten,
        ),
    },
    { disallowComments: true },
  );
}

const place = (line: number, column: number): string => `line ${line + 1}, column ${column + 1}`;
