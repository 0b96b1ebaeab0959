/**
 * A time as ISO 8601, or undefined if it is outside the range of Date, which file systems can exceed.
 *
 * @param time in milliseconds, or as a date string
 */
export function isoDate(time: number | string): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
