import type { Expression, Literal } from './expression';

export type Members = Record<string, Expression>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Members whose own members have names that people chose. */
const maps = new Set(['UserPoolTags']);

/**
 * Keeps a value of an answer, member by member to the leaves: a CLI that does not know a member answers null for it, and
 * refuses to send that, instead of leaving it out unnoticed.
 *
 * @returns undefined if there is nothing to send
 */
export function keepValue(value: unknown, path: string[]): Expression | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isObject(value)) return { keep: path };
  if (maps.has(path.at(-1) ?? '')) return Object.keys(value).length ? { keep: path } : undefined;
  const members: Members = {};
  for (const [name, member] of Object.entries(value)) {
    const expression = keepValue(member, [...path, name]);
    if (expression) members[name] = expression;
  }
  return Object.keys(members).length ? { members } : undefined;
}

/** The members of an answer that are sent unchanged. */
export function keptMembers(answer: object, names: readonly string[]): Members {
  const members: Members = {};
  for (const name of names) {
    const expression = keepValue((answer as Record<string, unknown>)[name], [name]);
    if (expression) members[name] = expression;
  }
  return members;
}

/** Sets or, with null, removes the member at a path. What removing leaves empty is left out, too. */
export function setMember(members: Members, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length) {
    const inner = members[name];
    const nested = inner && 'members' in inner ? inner.members : {};
    setMember(nested, rest, value);
    if (Object.keys(nested).length) members[name] = { members: nested };
    else Reflect.deleteProperty(members, name);
  } else if (value === null || value === undefined) Reflect.deleteProperty(members, name);
  else members[name] = { literal: value as Literal };
}
