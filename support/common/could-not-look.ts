import { Problem } from './problem';

/**
 * Something could not be read: no permission, no credentials, throttled to the end, no answer, no file. It turns the
 * checks that needed it into `error` and never into a verdict.
 */
export class CouldNotLook extends Problem {
  /**
   * @param affectsAllChecks nothing else can be read either (no credentials, no endpoint, no such pool): further calls
   *   would only make the user wait for the same answer
   */
  constructor(
    message: string,
    remedy: string,
    readonly affectsAllChecks = false,
    options?: ErrorOptions,
  ) {
    super(message, remedy, options);
  }
}
