import type {
  AdminUpdateUserAttributesCommandInput,
  AdminUpdateUserAttributesResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { readAttributes } from '../../users/attributes';
import { updateUser } from '../../users/update-user';
import { requireUser } from './require-user';

export const adminUpdateUserAttributes: Handler<
  AdminUpdateUserAttributesCommandInput,
  AdminUpdateUserAttributesResponse
> = (input, service) => {
  const { pool, user } = requireUser(input, service);
  updateUser(pool, user, readAttributes(pool, input.UserAttributes, 'admin', 'update'), service);
  return {};
};
