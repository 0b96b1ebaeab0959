/**
 * Makes untrusted text safe to display. Pool names, client names and AWS's messages can contain terminal escapes,
 * bidirectional controls and invisible characters.
 */

/** Control characters (except line feed) and invisible characters (except joiners, which emoji and Persian need). */
const shapeless = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\ufffe\uffff]/gu;

/** Most text needs no change. The regular expressions below take milliseconds to compile at start-up. */
const harmless = /^[\n -~]*$/;

/**
 * Terminal escape sequences by ECMA-48: control sequences, control strings (for example titles and links) and short
 * sequences. Node's stripVTControlCharacters takes quadratic time on some texts. This expression is unambiguous, and
 * therefore linear.
 */
const escapes =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u0080-\u009f]*(?:\u0007|\u001b\\|\u009c)|\u001b[ -/]*[0-~]?/g;

/** Multi-line text: escapes and invisible characters are removed, every line end becomes a line feed. */
export function plainText(text: string): string {
  if (harmless.test(text)) return text;
  return text
    .replace(escapes, '')
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(shapeless, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}

/** Single-line text. */
export const oneLine = (text: string): string =>
  plainText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');

/** A learner's name, if known, with the identifier. */
export function namesOf({ student, name }: { student: string; name?: string }): { shown: string; student?: string } {
  const shown = oneLine(name ?? '') || oneLine(student) || '(no name)';
  return { shown, student: oneLine(student) === shown ? undefined : oneLine(student) };
}

/**
 * Characters that JSON.stringify does not escape although terminals interpret them: C1 controls, DEL and
 * bidirectional controls.
 */
const active = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** The same, and all other characters that are invisible or look like a plain space. */
const unseen = new RegExp(
  [
    // Joiners and variation selectors are visible within an emoji only.
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

/** Equivalent JSON that is safe to print to a terminal or a CI log. */
export const inertJson = (json: string): string => json.replace(active, escape).replace(/##(?=\w*\[)/g, '\\u0023#');

/**
 * Equivalent JSON in which every character is visible: `"kekeclient\u200b"`. Two different values never look the same
 * because of an invisible character.
 */
export const visibleJson = (json: string): string => (harmless.test(json) ? json : json.replace(unseen, escape));

/** A web address, or undefined: a `javascript:` address must not become a link. */
export function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
