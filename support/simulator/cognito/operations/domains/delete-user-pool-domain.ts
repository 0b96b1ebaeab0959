import type { DeleteUserPoolDomainCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findDomain } from './check-domain';

export const deleteUserPoolDomain: Handler<DeleteUserPoolDomainCommandInput, object> = (input, service) => {
  const { domain, pool } = findDomain(service, input.UserPoolId, input.Domain);
  service.store.domains.delete(domain.domain);
  delete pool[domain.domain === pool.customDomain ? 'customDomain' : 'domain'];
  return {};
};
