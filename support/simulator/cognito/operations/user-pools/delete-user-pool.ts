import type { DeleteUserPoolCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../../errors';
import type { Handler } from '../../handler';
import { findPool } from '../../find-pool';

/** Users, clients and groups are no obstacle (recorded 2026-09); the protection and a domain are. */
export const deleteUserPool: Handler<DeleteUserPoolCommandInput, object> = (input, service) => {
  const pool = findPool(service, input.UserPoolId);
  if (pool.settings.DeletionProtection === 'ACTIVE')
    throw invalidParameter(
      'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
    );
  // Unverified against AWS: the text is known from a tool's issue.
  if (pool.domain ?? pool.customDomain)
    throw invalidParameter('User pool cannot be deleted. It has a domain configured that should be deleted first.');
  service.store.removePool(pool);
  return {};
};
