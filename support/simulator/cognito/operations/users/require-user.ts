import { userNotFound } from '../../errors';
import type { Service } from '../../handler';
import { findPool } from '../../find-pool';
import type { PoolRecord, UserRecord } from '../../records';
import { findUser } from '../../users/directory';

/**
 * The pool and the user that an administrator names: by user name, `sub` or alias.
 *
 * @throws CognitoError `ResourceNotFoundException` or `UserNotFoundException`; the texts are recorded from AWS
 */
export function requireUser(
  { UserPoolId, Username }: { UserPoolId: string; Username: string },
  service: Pick<Service, 'store' | 'call'>,
): { pool: PoolRecord; user: UserRecord } {
  const pool = findPool(service, UserPoolId);
  const user = findUser(pool, Username);
  if (!user) throw userNotFound();
  return { pool, user };
}
