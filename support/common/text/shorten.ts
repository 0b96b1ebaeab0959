import { oneLine, visibleJson } from './plain-text';

/**
 * The most characters of a text by others that is shown to people. AWS's longest (a message, a description) has 2,048.
 */
export const longestShown = 2048;

const numbers = new Intl.NumberFormat('en-US');

/** A text of at most `most` characters, and what was left out where it had more. A pair of surrogates is never cut. */
export function shorten(text: string, most: number = longestShown): string {
  if (text.length <= most) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return `${text.slice(0, end)}… (${numbers.format(text.length)} characters)`;
}

/**
 * A value by others in a message: on one line, in quotation marks where it is a text, every character of it visible,
 * and never whole where it is long.
 */
export function quote(value: unknown, most = 80): string {
  if (typeof value === 'string') {
    const shown = visibleJson(JSON.stringify(value.slice(0, most)));
    return value.length <= most ? shown : `${shown.slice(0, -1)}…" (${numbers.format(value.length)} characters)`;
  }
  if (Array.isArray(value)) return `a list of ${numbers.format(value.length)}`;
  return typeof value === 'object' && value !== null ? 'an object' : oneLine(String(value));
}
