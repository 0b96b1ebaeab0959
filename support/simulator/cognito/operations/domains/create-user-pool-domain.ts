import type {
  CreateUserPoolDomainCommandInput,
  CreateUserPoolDomainResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../../errors';
import type { Handler } from '../../handler';
import { findPool } from '../../find-pool';
import { withoutUndefined } from '../../without-undefined';
import type { DomainRecord } from '../../records';
import { checkManagedLogin, checkName } from './check-domain';
import { distributionOf } from './describe-user-pool-domain';

/** A pool has one prefix domain and one custom domain at most. A custom one needs no certificate that exists. */
export const createUserPoolDomain: Handler<CreateUserPoolDomainCommandInput, CreateUserPoolDomainResponse> = (
  input,
  service,
) => {
  const { store, clock, call } = service;
  const pool = findPool(service, input.UserPoolId);
  const isCustom = input.CustomDomainConfig !== undefined;
  checkName(input.Domain, isCustom);
  checkManagedLogin(input.ManagedLoginVersion, pool);
  // Both texts are known from tools that ran against AWS.
  if (store.domains.has(input.Domain)) throw invalidParameter('Domain already associated with another user pool.');
  if (isCustom ? pool.customDomain : pool.domain) throw invalidParameter('User pool already has a domain configured.');
  const domain: DomainRecord = withoutUndefined({
    domain: input.Domain,
    userPoolId: pool.id,
    region: call.region,
    accountId: call.accountId,
    managedLoginVersion: input.ManagedLoginVersion,
    customDomainCertificateArn: input.CustomDomainConfig?.CertificateArn,
    createdAt: clock(),
  });
  store.domains.set(domain.domain, domain);
  pool[isCustom ? 'customDomain' : 'domain'] = domain.domain;
  return answerOf(domain);
};

export const answerOf = (domain: DomainRecord): CreateUserPoolDomainResponse =>
  withoutUndefined({
    ManagedLoginVersion: domain.managedLoginVersion,
    CloudFrontDomain: domain.customDomainCertificateArn ? distributionOf(domain) : undefined,
  });
