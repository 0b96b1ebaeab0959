import type {
  AdminDeleteUserAttributesCommandInput,
  AdminDeleteUserAttributesResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { deleteAttributes } from '../../users/update-user';
import { requireUser } from './require-user';

export const adminDeleteUserAttributes: Handler<
  AdminDeleteUserAttributesCommandInput,
  AdminDeleteUserAttributesResponse
> = (input, service) => {
  const { pool, user } = requireUser(input, service);
  deleteAttributes(pool, user, input.UserAttributeNames, service);
  return {};
};
