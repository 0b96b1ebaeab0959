import type {
  CreateUserPoolCommandInput,
  CreateUserPoolResponse,
  UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider';
import { poolIdAlphabet } from '../../alphabets';
import { CognitoError, invalidParameter } from '../../errors';
import type { Handler } from '../../handler';
import { isReachable } from '../../find-pool';
import { partitionOf } from '../../partition';
import { withoutUndefined } from '../../without-undefined';
import type { PoolRecord } from '../../records';
import { checkSettings } from './check-settings';
import { commonDescription } from './describe-user-pool';
import { newPool } from './new-pool';
import { newSchema } from './schema';
import { checkSent, newSettings } from './settings';
import { checkTags } from './tags';

/** Pools of an account in a region; AWS's default quota, which it raises on request. */
const maximumPools = 1000;

export const createUserPool: Handler<CreateUserPoolCommandInput, CreateUserPoolResponse> = (input, service) => {
  const { store, clock, ids, call } = service;
  checkSignIn(input);
  checkSent(input);
  checkTags(input.UserPoolTags);
  const settings = newSettings(input);
  checkSettings(settings, call);
  const schema = newSchema(input.Schema);
  const alreadyThere = [...store.pools.values()].filter((pool) => isReachable(pool, call)).length;
  // Unverified against AWS.
  if (alreadyThere >= maximumPools)
    throw new CognitoError('LimitExceededException', 'Exceeded the limit of user pools.');

  const id = `${call.region}_${ids.text(9, poolIdAlphabet)}`;
  const now = clock();
  const pool = newPool({
    id,
    arn: `arn:${partitionOf(call.region).name}:cognito-idp:${call.region}:${call.accountId}:userpool/${id}`,
    region: call.region,
    accountId: call.accountId,
    name: input.PoolName,
    createdAt: now,
    modifiedAt: now,
    settings,
    schema,
    tags: input.UserPoolTags ?? {},
    mfa: {},
  });
  store.pools.set(id, pool);
  return { UserPool: created(pool, input) };
};

/** The answer differs from a description: AWS's first order of the attributes, and tags only if some were sent. */
const created = (pool: PoolRecord, { UserPoolTags }: CreateUserPoolCommandInput): UserPoolType =>
  withoutUndefined({ ...commonDescription(pool), SchemaAttributes: pool.schema, UserPoolTags });

function checkSignIn({ AliasAttributes, UsernameAttributes, Schema }: CreateUserPoolCommandInput): void {
  // Recorded from AWS 2026.
  if (AliasAttributes?.length && UsernameAttributes?.length)
    throw invalidParameter('Only one of the aliasAttributes or usernameAttributes can be set in a User pool.');
  const required = (name: string) => Schema?.some((attribute) => attribute.Name === name && attribute.Required);
  // Documented rules; the texts are unverified against AWS.
  if (AliasAttributes?.includes('preferred_username') && required('preferred_username'))
    throw invalidParameter('preferred_username can not be set as both a required attribute and an alias attribute.');
  for (const name of ['email_verified', 'phone_number_verified'])
    if (required(name)) throw invalidParameter(`Attribute ${name} can not be set as required.`);
}
