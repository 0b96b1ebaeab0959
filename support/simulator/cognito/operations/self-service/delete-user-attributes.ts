import type {
  DeleteUserAttributesCommandInput,
  DeleteUserAttributesResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../../errors';
import type { Handler } from '../../handler';
import { requireBearer } from '../../tokens/access-token';
import { verifiedFlags } from '../../users/attributes';
import { checkWritable } from '../../users/client-access';
import { deleteAttributes } from '../../users/update-user';

export const deleteUserAttributes: Handler<DeleteUserAttributesCommandInput, DeleteUserAttributesResponse> = (
  input,
  service,
) => {
  const { UserAttributeNames: names } = input;
  const { pool, client, user } = requireBearer(input.AccessToken, service);
  const fixed = names.find((name) => verifiedFlags.includes(name));
  // Recorded from AWS 2026.
  if (fixed !== undefined) throw invalidParameter(`Cannot modify the non-mutable attribute ${fixed}`);
  checkWritable(client, names);
  deleteAttributes(pool, user, names, service);
  return {};
};
