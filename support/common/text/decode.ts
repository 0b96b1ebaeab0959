/**
 * Decodes text as written by shells and spreadsheets: UTF-8, with or without a byte order mark, and the UTF-16 of
 * Windows PowerShell's `>`. Invalid bytes become U+FFFD.
 */
export function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
