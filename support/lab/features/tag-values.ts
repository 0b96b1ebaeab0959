/** The values of the tags `@key:value`, in order. */
export const tagValues = (tags: readonly string[], key: string): string[] =>
  tags.filter((tag) => tag.startsWith(`@${key}:`)).map((tag) => tag.slice(key.length + 2));
