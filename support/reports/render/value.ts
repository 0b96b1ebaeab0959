/** Expected and actual values for people, never cut. */
import { visibleJson } from '../../common/text/plain-text';

/** JSON on one line, or one line per member if that is wider than `width` columns. `(not set)` for an absent value. */
export function valueLines(value: unknown, width: number): string[] {
  if (value === undefined || value === null) return ['(not set)'];
  return broken(value, width).map(visibleJson);
}

function broken(value: unknown, width: number): string[] {
  const line = compact(value);
  if (line.length <= width || typeof value !== 'object' || value === null) return [line];
  const entries = Array.isArray(value)
    ? value.map((item): [string, unknown] => ['', item])
    : Object.entries(value).map(([key, item]): [string, unknown] => [`${JSON.stringify(key)}: `, item]);
  const members = entries.flatMap(([key, item], index) => {
    const lines = broken(item, width - 2 - key.length);
    const comma = index < entries.length - 1 ? ',' : '';
    return lines.map((text, at) => `  ${at === 0 ? key : ''}${text}${at === lines.length - 1 ? comma : ''}`);
  });
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return [open, ...members, close];
}

function compact(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(compact).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}: ${compact(item)}`)
    .join(', ')}}`;
}

/** A value on one line, every character of it visible. */
export const show = (value: unknown): string => visibleJson(compact(value));
