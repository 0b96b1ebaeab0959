import type {
  UpdateUserPoolDomainCommandInput,
  UpdateUserPoolDomainResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../../errors';
import type { Handler } from '../../handler';
import { checkManagedLogin, findDomain } from './check-domain';
import { answerOf } from './create-user-pool-domain';

/** Changes the certificate of a custom domain, and which login pages a domain shows. */
export const updateUserPoolDomain: Handler<UpdateUserPoolDomainCommandInput, UpdateUserPoolDomainResponse> = (
  input,
  service,
) => {
  const { domain, pool } = findDomain(service, input.UserPoolId, input.Domain);
  checkManagedLogin(input.ManagedLoginVersion, pool);
  const certificate = input.CustomDomainConfig?.CertificateArn;
  // Unverified against AWS.
  if (certificate !== undefined && domain.domain !== pool.customDomain)
    throw invalidParameter('CustomDomainConfig can only be set for a custom domain.');
  if (certificate !== undefined) domain.customDomainCertificateArn = certificate;
  if (input.ManagedLoginVersion !== undefined) domain.managedLoginVersion = input.ManagedLoginVersion;
  return answerOf(domain);
};
