import type {
  VerifyUserAttributeCommandInput,
  VerifyUserAttributeResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../../errors';
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
  const isSet = user.attributes[address] ?? user.codes.find(({ purpose }) => purpose === `verify:${address}`);
  // Known from several reports.
  if (isSet === undefined) throw invalidParameter(`Unable to verify attribute: ${address} no value set to verify`);
  const { value = '' } = checkCode(user, `verify:${address}`, input.Code, service.clock());
  const next = { ...user.attributes, [address]: value, [`${address}_verified`]: 'true' };
  claimAliases(pool, next, { self: user });
  changeUser(pool, user, () => (user.attributes = next));
  user.modifiedAt = service.clock();
  voidCode(user, `verify:${address}`);
  return {};
};
