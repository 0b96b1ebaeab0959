/**
 * Why a text is not JSON, and where. Node's own message quotes what stands there, and that may be a secret: this one
 * never does.
 *
 * @param error what JSON.parse threw
 */
export function jsonFault(error: unknown, text: string): string {
  const { message } = error as Error;
  if (/^Unexpected end|Unterminated/.test(message)) return 'it ends too early';
  const [, position] = /at position (\d+)/.exec(message) ?? [];
  const [, before = '', quoted] =
    /^Unexpected token .+, (\.\.\.)?"([^]*)"(?:\.\.\.)? is not valid JSON$/.exec(message) ?? [];
  const start = quoted === undefined ? -1 : text.indexOf(quoted);
  // The quotation has ten characters before the one that is wrong, where it does not begin with the text.
  const at = position !== undefined ? Number(position) : start >= 0 && before ? start + 10 : undefined;
  return at === undefined ? 'it is not well formed' : `it is not well formed in line ${lineOf(text, at)}`;
}

/** The number of the line that a position is in. */
export const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;
