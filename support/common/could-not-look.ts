import { Problem } from './problem';

/**
 * Something could not be read: no permission, no credentials, throttling, no answer, no file. Checks that need it get
 * the state `error` and no verdict.
 */
export class CouldNotLook extends Problem {
  /**
   * @param affectsAllChecks nothing else can be read either (no credentials, no endpoint, no such pool), so that
   *   further calls would only repeat the error
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
