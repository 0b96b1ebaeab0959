import { invalidParameter } from './errors';

/** Recorded from AWS 2026-09 on the group lists. */
export const invalidPaginationToken =
  'Provided pagination token is invalid. Check the token and try your request again.';

export interface PageRequest<Item> {
  /** In any order: a page is in ascending order of `keyOf`. Or those after a key, where they are in that order. */
  items: Iterable<Item> | ((after: string | undefined) => Iterable<Item>);
  /** Unique, and the same for an item at every call. */
  keyOf: (item: Item) => string;
  /** What is listed, e.g. the operation and the pool: a token is good for nothing else. */
  scope: string;
  limit: number;
  token: string | undefined;
  /** AWS's text for a token that it did not give out for this list. */
  invalidToken?: string;
}

/**
 * One page of a list. The token names the last item of the page before, so that what is deleted between two pages
 * neither repeats nor hides anything.
 *
 * @throws CognitoError `InvalidParameterException` for a token of another list, or of none
 */
export function page<Item>({
  items,
  keyOf,
  scope,
  limit,
  token,
  invalidToken = invalidPaginationToken,
}: PageRequest<Item>): { items: Item[]; nextToken?: string } {
  const after = token === undefined ? undefined : readToken(token, scope);
  if (token !== undefined && after === undefined) throw invalidParameter(invalidToken);
  const left = typeof items === 'function' ? items(after) : sorted(items, keyOf, after);
  const found: Item[] = [];
  for (const item of left) {
    if (found.length === limit) return { items: found, nextToken: writeToken(keyOf(found.at(-1)!), scope) };
    found.push(item);
  }
  return { items: found };
}

const sorted = <Item>(items: Iterable<Item>, keyOf: (item: Item) => string, after: string | undefined): Item[] =>
  [...items]
    .map((item) => ({ key: keyOf(item), item }))
    .filter(({ key }) => after === undefined || key > after)
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ item }) => item);

const writeToken = (key: string, scope: string): string =>
  Buffer.from(JSON.stringify([scope, key])).toString('base64url');

function readToken(token: string, scope: string): string | undefined {
  try {
    const content: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    const key: unknown = Array.isArray(content) ? content[1] : undefined;
    return typeof key === 'string' && writeToken(key, scope) === token ? key : undefined;
  } catch {
    return undefined;
  }
}
