/** A terminal in raw mode hands Ctrl-C and Ctrl-D over as characters. */
const enders = ['q', 'Q', '\u0003', '\u0004'];

/**
 * Calls back when `q`, Ctrl-C or Ctrl-D is pressed. Does nothing where the input is no terminal: signals come by
 * themselves.
 *
 * @returns what gives the terminal back
 */
export function onQuitKey(input: NodeJS.ReadStream, quit: () => void): () => void {
  if (!input.isTTY) return () => undefined;
  const hear = (keys: Buffer): void => {
    if (enders.some((key) => keys.includes(key))) quit();
  };
  const restore = (): void => {
    input.off('data', hear);
    process.off('exit', restore);
    if (input.isRaw) input.setRawMode(false);
    input.pause();
  };
  input.setRawMode(true);
  input.on('data', hear);
  process.once('exit', restore);
  return restore;
}
