import { shorten } from './text/shorten';

/** A roster's faults stand in one message, a line each. */
const longest = 4096;

/**
 * A problem of the user's or of the world's that the tool understands: bad input, no credentials, an endpoint that
 * does not answer. It is shown as a sentence and a remedy, without a stack, and ends in exit code 2. Anything else
 * that reaches the top is a bug and shows its stack.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly remedy?: string;

  /**
   * @param message what is wrong, and where; cut where it is longer than anybody reads
   * @param remedy what to do next, as a sentence or a line to type
   */
  constructor(message: string, remedy?: string, options?: ErrorOptions) {
    super(shorten(message, longest), options);
    this.remedy = remedy === undefined ? undefined : shorten(remedy, longest);
  }
}
