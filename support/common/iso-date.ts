/**
 * A moment as ISO 8601, or undefined where JavaScript has no date for it: disks keep times 10,000 times further away.
 *
 * @param time in milliseconds, or a text that has a date
 */
export function isoDate(time: number | string): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
