import type { AdminGetUserCommandInput, AdminGetUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { withoutUndefined } from '../../without-undefined';
import { listAttributes, mfaSettings } from '../../users/describe-user';
import { requireUser } from './require-user';

export const adminGetUser: Handler<AdminGetUserCommandInput, AdminGetUserResponse> = (input, service) => {
  const { user } = requireUser(input, service);
  return withoutUndefined({
    Username: user.username,
    UserAttributes: listAttributes(user),
    UserCreateDate: new Date(user.createdAt),
    UserLastModifiedDate: new Date(user.modifiedAt),
    Enabled: user.enabled,
    UserStatus: user.status,
    ...mfaSettings(user),
  });
};
