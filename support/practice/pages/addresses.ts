/** The address of a pool's pages. */
export const poolPath = (id: string, ...rest: string[]): string =>
  `/pools/${[id, ...rest].map(encodeURIComponent).join('/')}`;
