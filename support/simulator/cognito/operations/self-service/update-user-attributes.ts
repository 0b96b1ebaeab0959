import type {
  UpdateUserAttributesCommandInput,
  UpdateUserAttributesResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { withoutUndefined } from '../../without-undefined';
import { requireBearer } from '../../tokens/access-token';
import { readAttributes } from '../../users/attributes';
import { checkWritable } from '../../users/client-access';
import { updateUser } from '../../users/update-user';

export const updateUserAttributes: Handler<UpdateUserAttributesCommandInput, UpdateUserAttributesResponse> = (
  input,
  service,
) => {
  const { pool, client, user } = requireBearer(input.AccessToken, service);
  const changes = readAttributes(pool, input.UserAttributes, 'user', 'update');
  checkWritable(client, Object.keys(changes));
  const deliveries = updateUser(pool, user, changes, service);
  return withoutUndefined({ CodeDeliveryDetailsList: deliveries.length ? deliveries : undefined });
};
