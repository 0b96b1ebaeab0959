import Anser, { type AnserJsonEntry } from 'anser';
import stringWidth from 'string-width';

/** Pixels. The letters' width is that of common monospaced fonts; where the reader's differ, they are fitted to it. */
const size = { font: 14, letter: 8.4, line: 19, margin: 20, bar: 34 } as const;

/**
 * Colours of the light and of the dark page, each chosen to be read on its background. A picture on a page knows only
 * what the reader's system prefers, so that it brings the background along.
 */
const styles = `
  :root { --page: #f6f8fa; --edge: #d1d9e0; --text: #1f2328; --dim: #59636e;
    --red: #cf222e; --green: #1a7f37; --yellow: #9a6700; --magenta: #8250df; --cyan: #0969da; }
  @media (prefers-color-scheme: dark) {
    :root { --page: #151b23; --edge: #3d444d; --text: #f0f6fc; --dim: #9198a1;
      --red: #ff7b72; --green: #3fb950; --yellow: #d29922; --magenta: #d2a8ff; --cyan: #58a6ff; }
  }
  rect { fill: var(--page); stroke: var(--edge); }
  circle { fill: var(--edge); }
  text { fill: var(--text); white-space: pre;
    font: ${size.font}px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace; }
  .bold { font-weight: 600; }
  .dim { fill: var(--dim); }
  ${['red', 'green', 'yellow', 'magenta', 'cyan'].map((name) => `.${name} { fill: var(--${name}); }`).join(' ')}`;

/**
 * What a terminal shows, as a picture that needs nothing beside it, for a light page and for a dark one.
 *
 * @param output with escape sequences for colours, bold and dim
 * @param title what a screen reader says of the picture
 */
export function terminalSvg(output: string, title: string): string {
  const lines = output.trimEnd().split('\n').map(runsOf);
  const columns = Math.max(...lines.flat().map(({ column, text }) => column + stringWidth(text)));
  const width = Math.ceil(columns * size.letter) + 2 * size.margin;
  const height = size.bar + lines.length * size.line + size.margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>${styles}\n</style>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>`,
    ...[0, 1, 2].map((number) => `<circle cx="${size.margin + 5 + number * 18}" cy="18" r="5"/>`),
    ...lines.flatMap((runs, line) => runs.map((run) => textElement(run, line))),
    '</svg>',
    '',
  ].join('\n');
}

/** Words that look alike, and where they begin. */
interface Run {
  text: string;
  column: number;
  classes: string[];
}

/** A run ends where the look changes, and at a wide gap: nobody's font need be as wide as a gap says. */
function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  let column = 0;
  for (const entry of Anser.ansiToJson(line, { use_classes: true, remove_empty: true })) {
    for (const [text] of entry.content.matchAll(/ {2,}|(?:(?! {2})[^])+/g)) {
      const words = text.trimStart();
      const start = column + text.length - words.length;
      if (words.trimEnd() !== '') runs.push({ text: words.trimEnd(), column: start, classes: classesOf(entry) });
      column += stringWidth(text);
    }
  }
  return runs;
}

const classesOf = ({ fg, decorations }: AnserJsonEntry): string[] => [
  ...decorations,
  ...(fg ? [fg.replace(/^ansi-/, '')] : []),
];

function textElement({ text, column, classes }: Run, line: number): string {
  const x = (size.margin + column * size.letter).toFixed(1);
  const y = size.bar + (line + 1) * size.line - 5;
  const length = (stringWidth(text) * size.letter).toFixed(1);
  const look = classes.length ? ` class="${classes.join(' ')}"` : '';
  return `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${look}>${escaped(text)}</text>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
