import { absent } from './absent';
import { CouldNotLook } from '../common/could-not-look';

/**
 * AWS's pages, one after the other, as long as somebody asks for more.
 *
 * @throws CouldNotLook for a page without its items, and for a token that comes again: there would be no end to it
 */
export async function* pages<T>(
  operation: string,
  member: string,
  read: (token?: string) => Promise<{ items?: T[]; next?: string }>,
): AsyncGenerator<T[]> {
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const { items, next } = await read(token);
    if (!Array.isArray(items)) throw absent(operation, member);
    yield items;
    if (next && seen.has(next))
      throw new CouldNotLook(
        `The pages of ${operation} do not end: a page names one that was read already as the next.`,
        'AWS does not answer so. See what the endpoint is.',
      );
    token = next;
    if (token) seen.add(token);
  } while (token);
}

/** The items of all pages. @throws whatever {@link pages} throws */
export async function all<T>(pages: AsyncIterable<T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}
