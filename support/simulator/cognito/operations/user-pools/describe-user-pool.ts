import type {
  DescribeUserPoolCommandInput,
  DescribeUserPoolResponse,
  UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findPool } from '../../find-pool';
import { withoutUndefined } from '../../without-undefined';
import type { PoolRecord } from '../../records';
import { describedSchema } from './schema';

export const describeUserPool: Handler<DescribeUserPoolCommandInput, DescribeUserPoolResponse> = (input, service) => {
  const pool = findPool(service, input.UserPoolId);
  return {
    UserPool: withoutUndefined({
      ...commonDescription(pool),
      SchemaAttributes: describedSchema(pool.schema),
      UserPoolTags: pool.tags,
      Domain: pool.domain,
      CustomDomain: pool.customDomain,
    }),
  };
};

/** What CreateUserPool and DescribeUserPool answer alike. The number of users is live (recorded 2026-09). */
export const commonDescription = (pool: PoolRecord): UserPoolType => ({
  Id: pool.id,
  Name: pool.name,
  ...pool.settings,
  LastModifiedDate: new Date(pool.modifiedAt),
  CreationDate: new Date(pool.createdAt),
  EstimatedNumberOfUsers: pool.users.size,
  Arn: pool.arn,
});
