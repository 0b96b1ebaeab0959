/**
 * Text from outside, made harmless to show. Pool names, client names and AWS's messages are other people's: they can
 * hold terminal escapes, marks that turn the writing direction round, and characters that nobody sees.
 */

/** Controls (but not the line feed), marks without a shape (but not the joiners of emoji and of Persian). */
const shapeless = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\ufffe\uffff]/gu;

/** Most text is this already, and the expressions below cost a start-up some milliseconds to compile. */
const harmless = /^[\n -~]*$/;

/**
 * Escape sequences of terminals, by ECMA-48: control sequences, control strings (of which a title or a link is one)
 * and short ones. Node's stripVTControlCharacters takes quadratic time on some texts; no part of this can be matched
 * in two ways.
 */
const escapes =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u0080-\u009f]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]*[0-~]?/g;

/** Prose: terminal escapes and shapeless characters are dropped, every kind of line end becomes a line feed. */
export function plainText(text: string): string {
  if (harmless.test(text)) return text;
  return text
    .replace(escapes, '')
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(shapeless, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}

/** Prose on one line. */
export const oneLine = (text: string): string =>
  plainText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');

/** A learner's name where there is one, with the identifier beside it. */
export function namesOf({ student, name }: { student: string; name?: string }): { shown: string; student?: string } {
  const shown = oneLine(name ?? '') || oneLine(student) || '(no name)';
  return { shown, student: oneLine(student) === shown ? undefined : oneLine(student) };
}

/** What JSON.stringify leaves as it is although a terminal acts on it: C1 controls, DEL, and direction marks. */
const active = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** The same, and all else that looks like nothing or like a plain space. */
const unseen = new RegExp(
  [
    // A joiner or a variation selector has a shape within an emoji only.
    '(?<!\\p{Extended_Pictographic}[\\p{Emoji_Modifier}\\ufe0f]?)(?:\\u200d|\\ufe0f)',
    '(?!\\u200d|\\ufe0f)[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{DI}\\ufffe\\uffff]',
    '(?! )\\p{Zs}',
  ].join('|'),
  'gu',
);

const escape = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`,
  ).join('');

/** JSON that means the same and has no effect on a terminal that prints it, or on the runner of a CI system. */
export const inertJson = (json: string): string => json.replace(active, escape).replace(/##(?=\w*\[)/g, '\\u0023#');

/**
 * JSON that means the same and in which every character can be seen: `"kekeclient\u200b"`. Two values that differ
 * never look the same for a character that has no shape.
 */
export const visibleJson = (json: string): string => (harmless.test(json) ? json : json.replace(unseen, escape));

/** The address of a page on the web, or undefined: a `javascript:` address must not become a link. */
export function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
