import type {
  DescribeUserPoolClientCommandInput,
  DescribeUserPoolClientResponse,
  UserPoolClientType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findClientOfPool } from '../../find-pool';
import { withoutUndefined } from '../../without-undefined';
import type { ClientRecord } from '../../records';

export const describeUserPoolClient: Handler<DescribeUserPoolClientCommandInput, DescribeUserPoolClientResponse> = (
  input,
  service,
) => {
  const { client } = findClientOfPool(service, input.UserPoolId, input.ClientId);
  return { UserPoolClient: clientOf(client) };
};

/** A client as it is created, described and updated; the list shows less. */
export const clientOf = (client: ClientRecord): UserPoolClientType =>
  withoutUndefined({
    UserPoolId: client.userPoolId,
    ...client.settings,
    ClientId: client.id,
    ClientSecret: client.secret,
    LastModifiedDate: new Date(client.modifiedAt),
    CreationDate: new Date(client.createdAt),
  });
