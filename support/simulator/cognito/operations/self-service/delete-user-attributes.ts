import type {
  DeleteUserAttributesCommandInput,
  DeleteUserAttributesResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { requireBearer } from '../../tokens/access-token';
import { checkWritable } from '../../users/client-access';
import { deleteAttributes } from '../../users/update-user';

export const deleteUserAttributes: Handler<DeleteUserAttributesCommandInput, DeleteUserAttributesResponse> = (
  input,
  service,
) => {
  const { UserAttributeNames: names } = input;
  const { pool, client, user } = requireBearer(input.AccessToken, service);
  checkWritable(client, names);
  deleteAttributes(pool, user, names, service);
  return {};
};
