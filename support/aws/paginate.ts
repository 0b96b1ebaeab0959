import { CouldNotLook } from '../common/could-not-look';
import { absent } from './absent';

/** No account and no pool has more of these items (documented: 10,000 pools, on request), except users. */
const mostItems = 10_000;

/** The number of users is unlimited. At most 30,000 are read to find one with an email address. */
const mostPages = 500;

/**
 * Reads the pages of a list on demand.
 *
 * @throws CouldNotLook for a page without items, and for endless pagination
 */
export async function* paginate<T>(
  operation: string,
  member: string,
  read: (token?: string) => Promise<{ items?: T[]; next?: string }>,
): AsyncGenerator<T[]> {
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    if (seen.size >= mostPages) throw endless(operation, `there are more than ${mostPages}`);
    const { items, next } = await read(token);
    if (!Array.isArray(items)) throw absent(operation, member);
    yield items;
    if (next && seen.has(next)) throw endless(operation, 'a page names as the next one a page that was read before');
    token = next;
    if (token) seen.add(token);
  } while (token);
}

/** The items of all pages. @throws CouldNotLook for more items than AWS can have, and as {@link paginate} */
export async function collectPages<T>(operation: string, pages: AsyncIterable<T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pages) {
    for (const item of page) items.push(item);
    if (items.length > mostItems) throw endless(operation, `there are more than ${mostItems} items on them`);
  }
  return items;
}

const endless = (operation: string, why: string): CouldNotLook =>
  new CouldNotLook(
    `The pages of ${operation} do not end: ${why}.`,
    'AWS never answers like this. Check AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER and AWS_ENDPOINT_URL.',
  );
