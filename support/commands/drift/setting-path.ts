/** Collections whose members have names chosen by the pool's owner. */
const collections = new Set([
  'UserPoolClients',
  'Domains',
  'IdentityProviders',
  'SchemaAttributes',
  'UserPoolTags',
  'AttributeMapping',
]);

/** Objects whose members are independent settings. */
const groups = new Set(['LambdaConfig', 'SmsMfaConfiguration']);

/** The names that lead to a setting, starting with the part of the pool. */
export type Path = readonly string[];

/** Whether the members at this path are items of a collection: app clients, attributes. */
export const isCollection = (path: Path): boolean => collections.has(path.at(-1) ?? '');

/** Whether the members at this path are reported individually, even if all were added or removed. */
export const isGroup = (path: Path): boolean => isCollection(path) || groups.has(path.at(-1) ?? '');

/**
 * Formats a path: `UserPool.SchemaAttributes[custom:team].Mutable`. Untrusted names that look like syntax are quoted,
 * as in `UserPool.UserPoolTags["a[b"]`, so that {@link parsePath} is the exact inverse.
 */
export const pathText = (path: Path): string =>
  path.reduce((text, name, index) => {
    if (index === 0) return name;
    if (!isCollection(path.slice(0, index)) && /^\w+$/.test(name)) return `${text}.${name}`;
    return `${text}[${/["[\]\\]/.test(name) ? JSON.stringify(name) : name}]`;
  }, '');

/** Parses a path, which may be written by a person. An invalid path becomes a name that no setting has. */
export function parsePath(text: string): Path {
  const names: string[] = [];
  const segment = /\[("(?:[^"\\]|\\.)*")\]|\[([^"[\]\\]*)\]|(?:^|\.)([^.[\]]+)/y;
  while (segment.lastIndex < text.length) {
    const start = segment.lastIndex;
    const [, quoted, bracketed, plain] = segment.exec(text) ?? [];
    const name = quoted === undefined ? (bracketed ?? plain) : unquoted(quoted);
    if (name === undefined) return [...names, text.slice(start)];
    names.push(name);
  }
  return names;
}

function unquoted(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}

/** Whether the path `inner` is `outer` or below it. */
export function isWithin(inner: string, outer: string): boolean {
  const path = parsePath(inner);
  return parsePath(outer).every((name, index) => path[index] === name);
}
