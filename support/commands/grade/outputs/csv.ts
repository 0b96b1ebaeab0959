/**
 * Writes CSV (RFC 4180). Our own code, because the library for it would be a sixtieth of an installation's size, and
 * which cells may not be evaluated is ours to say anyway.
 */

export type Cell = string | number;

export interface CsvOptions {
  delimiter?: string;
  /** Whether the file begins with a byte order mark. */
  bom?: boolean;
  /** What is no formula: a dash by itself, which Moodle knows by itself only; in a file handed back, also a number. */
  asNumbers?: RegExp;
}

/** First characters by which a spreadsheet takes a cell for a formula, their full-width forms included (OWASP). */
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** @returns the rows as CSV, in which a text that a spreadsheet would evaluate is kept a text by an apostrophe */
export function csv(rows: readonly Cell[][], { delimiter = ',', bom, asNumbers = /^-$/ }: CsvOptions = {}): string {
  const written = (cell: Cell): string => {
    if (typeof cell === 'number') return String(cell);
    const text = formula.test(cell) && !asNumbers.test(cell) ? `'${cell}` : cell;
    return [delimiter, '"', '\n', '\r'].some((special) => text.includes(special))
      ? `"${text.replaceAll('"', '""')}"`
      : text;
  };
  const lines = rows.map((row) => `${row.map(written).join(delimiter)}\n`);
  return `${bom ? '\ufeff' : ''}${lines.join('')}`;
}
