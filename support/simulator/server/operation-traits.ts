import { model } from '../cognito/model/model';

/** Whether AWS has the operation, simulated here or not. */
export const isKnownOperation = (operation: string): boolean => Object.hasOwn(model().operations, operation);

/** Whether the operation is called without credentials; a bad Authorization header on it is ignored. */
export const isUnsigned = (operation: string): boolean => model().operations[operation]?.unsigned === true;

/** Whether the operation answers anything at all, were it an empty object. */
export const hasOutput = (operation: string): boolean => model().operations[operation]?.output !== undefined;

/**
 * Whether the operation may change the store. The names of reads begin alike; two that begin so send a code or issue
 * tokens.
 */
export const changesState = (operation: string): boolean =>
  !/^(Admin)?(Describe|Get|List)/.test(operation) ||
  operation === 'GetUserAttributeVerificationCode' ||
  operation === 'GetTokensFromRefreshToken';
