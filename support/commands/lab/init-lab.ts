import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { commandLine } from '../../common/command-line';
import { unwritable, writeAtomic } from '../../common/files/atomic-write';
import { Problem } from '../../common/problem';
import { quote } from '../../common/text/shorten';
import { writeMessage } from '../../terminal/output';
import { newLab } from './new-lab';

/** The options of `lab init`, as parsed by Commander. */
export interface InitFlags {
  title?: string;
  client?: string;
}

/** `cognito-lab lab init`: writes a small lab that passes `lab test`, into a new folder. */
export async function initLab(folder: string, flags: InitFlags): Promise<void> {
  const { title, client } = await answers(flags);
  checkText('title', title, /^[^\p{C}]{1,100}$/u);
  // What AWS allows in a name of an app client, but for quotation marks, which would end it in a step.
  checkText('client', client, /^[\w+=,.@-][\w\s+=,.@-]{0,99}$/);
  const files = newLab(title.trim(), client.trim());
  checkFree(folder, files);
  try {
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeAtomic(path, text);
    }
  } catch (error) {
    throw unwritable(folder, error);
  }
  writeMessage(
    [
      `The lab is in ${folder}: ${Object.keys(files).join(', ')}.`,
      `See which phrases there are: ${commandLine('lab', 'steps')}`,
      `After each change: ${commandLine('lab', 'lint', folder)}`,
      `                   ${commandLine('lab', 'test', folder)}`,
      `Check by it:       ${commandLine('check', '--lab', folder)}`,
    ].join('\n'),
  );
}

/** Nothing is overwritten. A lab that is as it was made is the same as none. */
function checkFree(folder: string, files: Record<string, string>): void {
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unwritable(folder, error);
  }
  if (names.length && !Object.entries(files).every(([name, text]) => isSame(join(folder, name), text)))
    throw new Problem(`The folder ${quote(folder, 200)} has something in it.`, 'Name a new folder.');
}

function isSame(path: string, text: string): boolean {
  try {
    return readFileSync(path, 'utf8') === text;
  } catch {
    return false;
  }
}

function checkText(option: string, text: string, form: RegExp): void {
  if (!form.test(text) || !text.trim())
    throw new Problem(
      `${quote(text)} cannot be the ${option} of a lab.`,
      `Write one line of up to 100 characters after --${option}.`,
    );
}

/** Asks only in a terminal, and only what no option says. */
async function answers({ title, client }: InitFlags): Promise<{ title: string; client: string }> {
  const defaults = { title: 'My first Cognito lab', client: 'web' };
  if (!process.stdin.isTTY || (title !== undefined && client !== undefined))
    return { ...defaults, ...(title !== undefined && { title }), ...(client !== undefined && { client }) };
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const ask = async (question: string, fallback: string): Promise<string> =>
      (await lines.question(`${question} [${fallback}] `)).trim() || fallback;
    return {
      title: title ?? (await ask('The title of the lab?', defaults.title)),
      client: client ?? (await ask('The name of its app client?', defaults.client)),
    };
  } finally {
    lines.close();
  }
}
