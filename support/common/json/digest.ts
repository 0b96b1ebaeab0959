import { createHash } from 'node:crypto';

/**
 * SHA-256 of a JSON value in canonical form: members sorted, no white space. The digest of a snapshot excludes the
 * member that contains it.
 *
 * It detects damage: a truncated file, or an accidental edit. It is no signature and cannot detect fraud, because it
 * has no key and anyone can recompute it. A snapshot stays self-reported.
 */
export function digestOf({ digest: _, ...content }: Record<string, unknown>): string {
  return `sha256:${createHash('sha256').update(canonical(content)).digest('hex')}`;
}

/** JSON with sorted object members. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : member,
  );
