/**
 * A problem of the user's or of the world's that the tool understands: bad input, no credentials, an endpoint that
 * does not answer. It is shown as a sentence and a remedy, without a stack, and ends in exit code 2. Anything else
 * that reaches the top is a bug and shows its stack.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  /**
   * @param message what is wrong, and where
   * @param remedy what to do next, as a sentence or a line to type
   */
  constructor(
    message: string,
    readonly remedy?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
