import type {
  VerifyUserAttributeCommandInput,
  VerifyUserAttributeResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { requireBearer } from '../../tokens/access-token';
import { checkCode, voidCode } from '../../users/codes';
import { changeUser, claimAliases } from '../../users/directory';
import { requireAddress } from './require-address';

/** Puts the new value in force where one waited for this; the address counts as verified either way. */
export const verifyUserAttribute: Handler<VerifyUserAttributeCommandInput, VerifyUserAttributeResponse> = (
  input,
  service,
) => {
  const { pool, user } = requireBearer(input.AccessToken, service);
  const address = requireAddress(input.AttributeName);
  const { value = '' } = checkCode(user, `verify:${address}`, input.Code, service.clock());
  const next = { ...user.attributes, [address]: value, [`${address}_verified`]: 'true' };
  claimAliases(pool, next, { self: user });
  changeUser(pool, user, () => (user.attributes = next));
  user.modifiedAt = service.clock();
  voidCode(user, `verify:${address}`);
  return {};
};
