import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Page, root } from './page';

export interface Block {
  /** Of the fence: `sh`, `powershell`, `yaml`, … */
  language: string;
  text: string;
  /** Why the block is checked for its form only; undefined where it is run. */
  formOnly?: string;
}

/** Every page of the documentation, README.md first. */
export const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
];

/** The fenced blocks of a page in their order, also those in lists, without the list's indentation. */
export function blocksOf(path: string): Block[] {
  const fence = /(?:<!-- form only: (.+?) -->\s*)?^( *)```(\w*)\n([^]*?)^\2```$/gm;
  return [...new Page(path).text.matchAll(fence)].map(([, formOnly, indent = '', language = '', text = '']) => ({
    language,
    text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    formOnly,
  }));
}

/** The commands that a person copies out of the table at the top of README.md. */
export const commandsInTable = (path: string): string[] =>
  [...new Page(path).text.matchAll(/^\|.*`(node bin\/cognito-lab\.js [^`]+)`/gm)].map(([, command = '']) => command);
