/**
 * An error that AWS documents, as the service decides it: a code, AWS's own text and the HTTP status of the
 * JSON 1.1 protocol. The faces turn it into the SDK's exception class or into a response body; nothing else does.
 *
 * Every client error that was recorded on the wire is HTTP 400, whatever the SDK's traits say (facts, 0.1).
 */
export class CognitoError extends Error {
  override readonly name: string;

  /**
   * @param code the exception's name without a namespace, e.g. `UserNotFoundException`
   * @param message AWS's text, to the letter
   */
  constructor(
    readonly code: string,
    message: string,
    readonly status: 400 | 500 = 400,
  ) {
    super(message);
    this.name = code;
  }
}

/** `InvalidParameterException` with AWS's text. */
export const invalidParameter = (message: string): CognitoError =>
  new CognitoError('InvalidParameterException', message);

/** `NotAuthorizedException` with AWS's text. */
export const notAuthorized = (message: string): CognitoError => new CognitoError('NotAuthorizedException', message);

/** `ResourceNotFoundException` with AWS's text. */
export const resourceNotFound = (message: string): CognitoError =>
  new CognitoError('ResourceNotFoundException', message);

/** `UserNotFoundException`. The default text is recorded from AWS. */
export const userNotFound = (message = 'User does not exist.'): CognitoError =>
  new CognitoError('UserNotFoundException', message);
