import { readFileSync, statSync } from 'node:fs';
import { CouldNotLook } from '../could-not-look';
import { jsonFault, lineOf } from './json-fault';

/** Submissions come from strangers: what is larger or deeper than any answer of AWS's is not even parsed. */
export const limits = { bytes: 16 * 1024 * 1024, depth: 64 } as const;

/**
 * Reads a JSON file that may have been made by anyone, in the encodings that shells write: UTF-8, with a byte order
 * mark or without, and the UTF-16 of Windows PowerShell's `>`.
 *
 * @param path where it is
 * @param name what to call it in messages
 * @param bytes the most that it may have
 * @throws CouldNotLook that says what is wrong with it and what to do
 */
export function readJson(path: string, name: string, bytes: number = limits.bytes): unknown {
  const text = decode(readBounded(path, name, bytes));
  checkForm(text, name);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CouldNotLook(
      text.trim() === '' ? `${name} is empty.` : `${name} is not JSON: ${jsonFault(error, text)}.`,
      'Write it again with the AWS CLI and "--output json", and leave it as it is.',
      false,
      { cause: error },
    );
  }
  checkNames(value, name);
  return value;
}

function readBounded(path: string, name: string, bytes: number): Buffer {
  try {
    const stats = statSync(path);
    // Reading a pipe would wait for whoever writes to it, and a device may never end.
    if (!stats.isFile())
      throw new CouldNotLook(`${name} is not a file.`, 'Hand in the file itself, not a folder, a pipe or a device.');
    const { size } = stats;
    if (size > bytes)
      throw new CouldNotLook(
        `${name} is ${Math.ceil(size / 1024 / 1024)} MB; an answer of AWS's is never more than ${bytes / 1024 / 1024} MB.`,
        'Hand in what the AWS CLI or "cognito-lab snapshot" wrote, and nothing else.',
      );
    return readFileSync(path);
  } catch (error) {
    if (error instanceof CouldNotLook) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'ENOENT'
      ? new CouldNotLook(`${name} is missing.`, `Add ${name} to the submission.`)
      : new CouldNotLook(
          `${name} cannot be read (${code ?? (error as Error).message}).`,
          'Check that it is a file that you may read.',
        );
  }
}

/** Text in the encodings that shells and spreadsheets write. What is no text comes out as one that is nonsense. */
export function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * Goes through the text before anything that recurses is given it, and refuses a bomb of nesting. It refuses an object
 * that names a member twice, too: JSON.parse would take the last of them for the answer, and other readers the first.
 */
function checkForm(text: string, name: string): void {
  /** The names so far in each object that is open; a list has none. */
  const open: (Set<string> | undefined)[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '"') {
      const start = i;
      i = endOfString(text, start);
      const names = open.at(-1);
      if (!names || !isFollowedByColon(text, i)) continue;
      const member = unescaped(text.slice(start, i + 1));
      if (names.has(member))
        throw new CouldNotLook(
          `${name} names a member twice (line ${lineOf(text, i)}), so that it is not known which of the two is meant.`,
          'Write it again with the AWS CLI and leave it as it is.',
        );
      names.add(member);
    } else if (char === '{' || char === '[') {
      open.push(char === '{' ? new Set() : undefined);
      if (open.length > limits.depth)
        throw new CouldNotLook(
          `${name} is nested more than ${limits.depth} levels deep, which no answer of AWS's is.`,
          'Hand in what the AWS CLI or "cognito-lab snapshot" wrote, and nothing else.',
        );
    } else if (char === '}' || char === ']') open.pop();
  }
}

/** The position of the quotation mark that ends the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i;
}

function isFollowedByColon(text: string, end: number): boolean {
  let i = end + 1;
  while (' \n\r\t'.includes(text[i] ?? '.')) i++;
  return text[i] === ':';
}

/** One name can be written in many ways. What is no string of JSON's is for JSON.parse to refuse. */
function unescaped(string: string): string {
  if (!string.includes('\\')) return string.slice(1, -1);
  try {
    return JSON.parse(string) as string;
  } catch {
    return string;
  }
}

/** A member named `__proto__` is in no answer of AWS's, and there is one reason only to write it. */
function checkNames(value: unknown, name: string): void {
  if (typeof value !== 'object' || value === null) return;
  if (Object.hasOwn(value, '__proto__'))
    throw new CouldNotLook(
      `${name} has a member named __proto__, which no answer of AWS's has.`,
      'Hand in what the AWS CLI or "cognito-lab snapshot" wrote, and nothing else.',
    );
  for (const member of Object.values(value)) checkNames(member, name);
}
