/** Lays out lines for a terminal, by its width, colours and symbols. */
import { createColors } from 'picocolors';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { CheckStatus } from '../../lab/result/result';
import type { ReportOptions } from './report';

export type Paint = (text: string) => string;

export interface TerminalLayout {
  width: number;
  symbols: Record<CheckStatus, string>;
  rule: string;
  paint: Record<CheckStatus | 'strong' | 'quiet' | 'link', Paint>;
  /** A hanging indent: `first`, then `text`, wrapped below itself. `exact` keeps all spaces. */
  hang(first: string, text: string, paint?: Paint, exact?: boolean): string[];
  /** `left` at the left margin and `right` at the right one, or below if both do not fit. */
  justify(first: string, left: string, right: string, paint: Paint): string[];
}

const unicodeSymbols = { passed: '✔', failed: '✘', blocked: '⊘', error: '?', skipped: '–' };
const asciiSymbols = { passed: '+', failed: 'x', blocked: '!', error: '?', skipped: '-' };

export function terminalLayout({ colour, width: wanted, unicode }: ReportOptions): TerminalLayout {
  const width = Math.min(Math.max(Math.floor(wanted) || 80, 40), 100);
  const colours = createColors(colour);
  const hang: TerminalLayout['hang'] = (first, text, paint = (line) => line, exact = false) => {
    const indent = columns(first);
    const lines = wrap(text, width - indent, !exact);
    return lines.map((line, index) => `${index === 0 ? first : ' '.repeat(indent)}${paint(line)}`.trimEnd());
  };
  return {
    width,
    symbols: unicode ? unicodeSymbols : asciiSymbols,
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
    justify(first, left, right, paint) {
      const gap = width - columns(first) - columns(left) - columns(right);
      if (gap >= 2 && !left.includes('\n')) return [`${first}${paint(left)}${' '.repeat(gap)}${colours.dim(right)}`];
      return [...hang(first, left, paint), ...hang(' '.repeat(columns(first)), right, colours.dim)];
    },
  };
}

/** ASCII, which is most of a report, needs no measuring. */
const columns = (text: string): number => (/^[ -~]*$/.test(text) ? text.length : stringWidth(text));

function wrap(text: string, width: number, trim: boolean): string[] {
  if (columns(text) <= width && !text.includes('\n')) return [text];
  return wrapAnsi(text, width, { trim })
    .split('\n')
    .flatMap((line) => {
      // A line that is still too wide is one long word. URLs are not broken: they could not be clicked or copied.
      const fits = columns(line) <= width || (/^\s*\S*$/.test(line) && line.includes('://'));
      return fits ? [line] : wrapAnsi(line, width, { hard: true, trim }).split('\n');
    });
}
