import { oneLine, visibleJson } from './plain-text';

/**
 * The maximum length of untrusted text in output, in characters. AWS's longest texts (messages, descriptions) have
 * 2,048.
 */
export const longestShown = 2048;

/** Shortens a text to `most` characters and states what was left out. Never splits a surrogate pair. */
export function shorten(text: string, most: number = longestShown): string {
  if (text.length <= most) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return `${text.slice(0, end)}… (${numberText(text.length)} characters)`;
}

/**
 * Quotes an untrusted value in a message: on one line, strings in quotation marks, every character visible, shortened
 * if long.
 */
export function quote(value: unknown, most = 80): string {
  if (typeof value === 'string') {
    const shown = visibleJson(JSON.stringify(value.slice(0, most)));
    return value.length <= most ? shown : `${shown.slice(0, -1)}…" (${numberText(value.length)} characters)`;
  }
  if (Array.isArray(value)) return `a list of ${numberText(value.length)}`;
  return typeof value === 'object' && value !== null ? 'an object' : oneLine(String(value));
}

/** Made when it is needed: a formatter takes 10 ms, as much as all else that --version does. */
const numberText = (number: number): string => number.toLocaleString('en-US');
