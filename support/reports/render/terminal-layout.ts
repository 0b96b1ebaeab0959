/** Lines for a terminal: as wide as it is, in colour or without, with symbols that it can show. */
import { createColors } from 'picocolors';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { CheckStatus } from '../../lab/result/result';
import type { ReportOptions } from './report';

export type Paint = (text: string) => string;

export interface Pen {
  width: number;
  symbols: Record<CheckStatus, string>;
  rule: string;
  paint: Record<CheckStatus | 'strong' | 'quiet' | 'link', Paint>;
  /** `first` and then `text`, wrapped; later lines begin below the text. `exact` keeps every space as it is. */
  hang(first: string, text: string, paint?: Paint, exact?: boolean): string[];
  /** `left` at the margin and `right` at the far end, or below where both do not fit. */
  spread(first: string, left: string, right: string, paint: Paint): string[];
}

const fancy = { passed: '✔', failed: '✘', blocked: '⊘', error: '?', skipped: '–' };
const ascii = { passed: '+', failed: 'x', blocked: '!', error: '?', skipped: '-' };

export function takePen({ colour, width: wanted, unicode }: ReportOptions): Pen {
  const width = Math.min(Math.max(Math.floor(wanted) || 80, 40), 100);
  const colours = createColors(colour);
  const hang: Pen['hang'] = (first, text, paint = (line) => line, exact = false) => {
    const indent = columns(first);
    const lines = wrap(text, width - indent, !exact);
    return lines.map((line, index) => `${index === 0 ? first : ' '.repeat(indent)}${paint(line)}`.trimEnd());
  };
  return {
    width,
    symbols: unicode ? fancy : ascii,
    rule: (unicode ? '─' : '-').repeat(width),
    paint: {
      passed: colours.green,
      failed: colours.red,
      blocked: colours.yellow,
      error: colours.magenta,
      skipped: colours.dim,
      strong: colours.bold,
      quiet: colours.dim,
      link: colours.cyan,
    },
    hang,
    spread(first, left, right, paint) {
      const gap = width - columns(first) - columns(left) - columns(right);
      if (gap >= 2 && !left.includes('\n')) return [`${first}${paint(left)}${' '.repeat(gap)}${colours.dim(right)}`];
      return [...hang(first, left, paint), ...hang(' '.repeat(columns(first)), right, colours.dim)];
    },
  };
}

/** Measuring what is not ASCII means looking for emoji, and most of a report is ASCII. */
const columns = (text: string): number => (/^[ -~]*$/.test(text) ? text.length : stringWidth(text));

function wrap(text: string, width: number, trim: boolean): string[] {
  if (columns(text) <= width && !text.includes('\n')) return [text];
  return wrapAnsi(text, width, { trim })
    .split('\n')
    .flatMap((line) => {
      // A line that is still too wide is one long word. A broken URL can be neither clicked nor copied.
      const fits = columns(line) <= width || /^\s*\S*:\/\/\S*$/.test(line);
      return fits ? [line] : wrapAnsi(line, width, { hard: true, trim }).split('\n');
    });
}
