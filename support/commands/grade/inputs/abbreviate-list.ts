/** The first entries of a list, and how many more there are. */
export const abbreviateList = (texts: readonly string[], separator = ', ', most = 10): string =>
  [...texts.slice(0, most), ...(texts.length > most ? [`and ${texts.length - most} more`] : [])].join(separator);
