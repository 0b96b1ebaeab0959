import { shorten } from './text/shorten';

/** Long enough for all faults of a roster, one per line. */
const longest = 4096;

/**
 * An expected error: bad input, no credentials, an endpoint that does not answer. It is printed as a sentence and a
 * remedy, without a stack, and ends in exit code 2. Any other error is a bug and is printed with its stack.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly remedy?: string;

  /**
   * @param message what is wrong, and where; shortened if very long
   * @param remedy what to do next, as a sentence or a command
   */
  constructor(message: string, remedy?: string, options?: ErrorOptions) {
    super(shorten(message, longest), options);
    this.remedy = remedy === undefined ? undefined : shorten(remedy, longest);
  }
}
