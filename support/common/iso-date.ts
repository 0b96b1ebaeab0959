/**
 * A time as ISO 8601, or undefined if it is outside the range of Date, which file systems can exceed.
 *
 * @param time in milliseconds, or as a date string
 */
export function isoDate(time: number | string): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** Whether an ISO 8601 date exists; JavaScript takes 30 February for 2 March. */
export function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  return !Number.isNaN(Date.parse(text)) && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
