import { createHash } from 'node:crypto';

/**
 * SHA-256 over what a value says, however it is written down: members in order, no white space. The digest of a
 * snapshot leaves out the member that holds it.
 *
 * It shows damage: a file that was cut, or edited by mistake. It is no signature and shows no fraud, because it has no
 * key and anyone can compute it anew; a snapshot is self-reported, with it and without.
 */
export function digestOf({ digest: _, ...content }: Record<string, unknown>): string {
  return `sha256:${createHash('sha256').update(canonical(content)).digest('hex')}`;
}

/** JSON with the members of every object in the order of their names. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : member,
  );
