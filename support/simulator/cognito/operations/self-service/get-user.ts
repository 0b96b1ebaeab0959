import type { GetUserCommandInput, GetUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { withoutUndefined } from '../../without-undefined';
import { requireBearer } from '../../tokens/access-token';
import { isReadable } from '../../users/client-access';
import { listAttributes, mfaSettings } from '../../users/describe-user';

/** What the client may read now, whatever it was when the token was issued; `sub` always, and last (recorded). */
export const getUser: Handler<GetUserCommandInput, GetUserResponse> = (input, service) => {
  const { client, user } = requireBearer(input.AccessToken, service);
  return withoutUndefined({
    Username: user.username,
    UserAttributes: listAttributes(user, (name) => isReadable(client, name)),
    ...mfaSettings(user),
  });
};
