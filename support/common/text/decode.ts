/**
 * Text in the encodings that shells and spreadsheets write: UTF-8, with a byte order mark or without, and the UTF-16 of
 * Windows PowerShell's `>`. Bytes that are no text become U+FFFD.
 */
export function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
