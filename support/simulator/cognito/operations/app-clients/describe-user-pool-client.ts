import type {
  DescribeUserPoolClientCommandInput,
  DescribeUserPoolClientResponse,
  UserPoolClientType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findClientOfPool } from '../../find-pool';
import { withoutUndefined } from '../../without-undefined';
import type { ClientRecord } from '../../records';
import { withSetsInOrder } from './settings';

export const describeUserPoolClient: Handler<DescribeUserPoolClientCommandInput, DescribeUserPoolClientResponse> = (
  input,
  service,
) => {
  const { client } = findClientOfPool(service, input.UserPoolId, input.ClientId, 'User pool client does not exist.');
  return { UserPoolClient: clientOf(client, 'alphabetical') };
};

/** A client as it is created, described and updated; the list shows less. */
export const clientOf = (client: ClientRecord, setOrder: 'hashed' | 'alphabetical' = 'hashed'): UserPoolClientType =>
  withoutUndefined({
    UserPoolId: client.userPoolId,
    ...withSetsInOrder(client.settings, setOrder),
    ClientId: client.id,
    ClientSecret: client.secret,
    LastModifiedDate: new Date(client.modifiedAt),
    CreationDate: new Date(client.createdAt),
  });
