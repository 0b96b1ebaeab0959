import type { ChangePasswordCommandInput, ChangePasswordResponse } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError } from '../../errors';
import type { Handler } from '../../handler';
import { wrongPassword } from '../../sign-in/sign-in-attempt';
import { recordFailure, isLocked, recordSuccess } from '../../sign-in/lockout';
import { requireBearer } from '../../tokens/access-token';
import { checkHistory, checkPolicy, isPassword, policyPrefixes, setPassword } from '../../users/passwords';

/** Tokens that the user has stay good (recorded 2026-09). */
export const changePassword: Handler<ChangePasswordCommandInput, ChangePasswordResponse> = (input, service) => {
  const { PreviousPassword = '', ProposedPassword } = input;
  const { pool, user } = requireBearer(input.AccessToken, service);
  const now = service.clock();
  // Unverified against AWS, but reported often.
  if (isLocked(user, now))
    throw new CognitoError('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
  if (user.password && !isPassword(pool, user, PreviousPassword)) {
    recordFailure(user, now);
    throw wrongPassword();
  }
  checkPolicy(pool, ProposedPassword, policyPrefixes.change);
  checkHistory(pool, user, ProposedPassword);
  recordSuccess(user);
  setPassword(pool, user, ProposedPassword, service);
  user.modifiedAt = now;
  return {};
};
