import type { ResourceServerType } from '@aws-sdk/client-cognito-identity-provider';
import { resourceNotFound } from '../../errors';
import { findPool } from '../../find-pool';
import type { Service } from '../../handler';
import type { PoolRecord, ResourceServerRecord } from '../../records';

/** @throws CognitoError `ResourceNotFoundException`; the text on the server is unverified against AWS */
export function findResourceServer(
  service: Pick<Service, 'store' | 'call'>,
  { UserPoolId, Identifier }: { UserPoolId: string; Identifier: string },
): { pool: PoolRecord; server: ResourceServerRecord } {
  const pool = findPool(service, UserPoolId);
  const server = pool.resourceServers?.find((each) => each.Identifier === Identifier);
  if (!server) throw resourceNotFound(`Resource server ${Identifier} does not exist.`);
  return { pool, server };
}

export const resourceServerOf = (pool: PoolRecord, server: ResourceServerRecord): ResourceServerType => ({
  UserPoolId: pool.id,
  ...server,
});
