import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(__dirname, '../..');

/** A page of the documentation, as its source is read by the tests that hold it against the code. */
export class Page {
  readonly text: string;

  /** @param path from the project's folder, with slashes */
  constructor(readonly path: string) {
    this.text = readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
  }

  /** What stands under a heading, down to the next one. */
  section(title: string): string {
    const [, section] = new RegExp(`^#+ ${title}\n([^]*?)(?=^#+ |(?![^]))`, 'm').exec(this.text) ?? [];
    if (section === undefined) throw new Error(`${this.path} has no section "${title}".`);
    return section;
  }

  /** The rows of the first table under a heading: the cells, by the title of their column. */
  table(title: string): Record<string, string>[] {
    const [head = [], , ...rows] = this.section(title)
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split(/(?<!\\)\|/).slice(1, -1))
      .map((cells) => cells.map((cell) => cell.trim()));
    if (!rows.length) throw new Error(`${this.path} has no table under "${title}".`);
    return rows.map((cells) => Object.fromEntries(head.map((name, column) => [name, cells[column] ?? ''])));
  }

  /** The fenced blocks that stand after a comment with this word, in order. */
  blocks(mark: string): string[] {
    const marked = new RegExp(`^<!-- ${mark} -->\n+\`\`\`\\w*\n([^]*?)^\`\`\`$`, 'gm');
    return [...this.text.matchAll(marked)].map(([, block = '']) => block);
  }
}

/** The words in backticks, in order. */
export const codes = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
