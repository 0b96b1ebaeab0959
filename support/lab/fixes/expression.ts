/**
 * An input of the AWS CLI as a JMESPath expression over what a describing command answers. The values that are kept
 * never stand in the command: it reads them when it runs, so that it is current and has nothing secret in it.
 */
import { NoCommand } from './change';

export type Literal = string | number | boolean | Literal[] | { [member: string]: Literal };

export type Expression =
  /** The value at this path of the answer. */
  | { keep: string[] }
  /** The map at this path, with these entries. */
  | { merge: string[]; entries: Record<string, string> }
  | { literal: Literal }
  | { members: Record<string, Expression> };

/** @param tick a backtick, as the shell takes it in double quotation marks */
export function render(expression: Expression, tick: string): string {
  if ('keep' in expression) return expression.keep.map(identifier).join('.');
  if ('literal' in expression) return renderLiteral(expression.literal, tick);
  if ('merge' in expression)
    return `merge(${expression.merge.map(identifier).join('.')}, ${renderLiteral(expression.entries, tick)})`;
  const from = commonParent(expression.members);
  return from
    ? `${from.map(identifier).join('.')}.{${Object.keys(expression.members)
        .map((name) => `${identifier(name)}: ${identifier(name)}`)
        .join(', ')}}`
    : `{${renderMembers(expression.members, tick).join(', ')}}`;
}

export const renderMembers = (members: Record<string, Expression>, tick: string): string[] =>
  Object.entries(members).map(([name, member]) => `${identifier(name)}: ${render(member, tick)}`);

/** The path of an object of which each of these members is kept under its own name. */
function commonParent(members: Record<string, Expression>): string[] | undefined {
  const [parent] = Object.values(members).map((member) => ('keep' in member ? member.keep.slice(0, -1) : []));
  const isSame = (name: string, member: Expression): boolean =>
    'keep' in member && member.keep.join('.') === [...(parent ?? []), name].join('.');
  return parent?.length && Object.entries(members).every(([name, member]) => isSame(name, member)) ? parent : undefined;
}

function renderLiteral(value: Literal, tick: string): string {
  if (typeof value === 'string') return `'${plainWord(value)}'`;
  if (typeof value !== 'object') return `${tick}${String(value)}${tick}`;
  if (Object.keys(value).length === 0) return `${tick}${JSON.stringify(value)}${tick}`;
  if (Array.isArray(value)) return `[${value.map((item) => renderLiteral(item, tick)).join(', ')}]`;
  const members = Object.entries(value).map(([name, item]) => `${identifier(name)}: ${renderLiteral(item, tick)}`);
  return `{${members.join(', ')}}`;
}

/** @throws NoCommand for a name that is none of AWS's: an endpoint can answer anything */
function identifier(name: string): string {
  if (/^[A-Za-z]\w{0,63}$/.test(name)) return name;
  throw new NoCommand('The pool has a setting with a name that AWS never uses.');
}

/**
 * A value that bash, zsh and PowerShell all take literally within single and within double quotation marks, also when it
 * is typed: without quotation marks, backslashes, `$`, backticks, `!` and line breaks. A pool's names are not the
 * reader's own.
 *
 * @throws NoCommand for any other
 */
export function plainWord(value: string): string {
  if (/^[\p{L}\p{N}\p{M} _.:@+=,/{}()[\]<>#?&;*%~|^-]{1,2048}$/u.test(value) && !/^[- ]/.test(value)) return value;
  throw new NoCommand('A value has characters that shells do not all take literally. Set it in the console.');
}
