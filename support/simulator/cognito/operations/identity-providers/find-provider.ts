import type { IdentityProviderType } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError, resourceNotFound } from '../../errors';
import type { Service } from '../../handler';
import { findPool } from '../../find-pool';
import { withoutUndefined } from '../../without-undefined';
import type { IdentityProviderRecord, PoolRecord } from '../../records';

/** @throws CognitoError `ResourceNotFoundException`; the text is unverified against AWS */
export function findProvider(
  service: Pick<Service, 'store' | 'call'>,
  userPoolId: string,
  name: string,
  refusal = providerNotFound(name),
): { pool: PoolRecord; provider: IdentityProviderRecord } {
  const pool = findPool(service, userPoolId);
  const provider = pool.identityProviders.get(name);
  if (!provider) throw refusal;
  return { pool, provider };
}

export const providerNotFound = (name: string): CognitoError =>
  resourceNotFound(`Identity provider ${name} does not exist.`);

/**
 * Makes sure that no other provider of the pool has one of these identifiers.
 *
 * @throws CognitoError `DuplicateProviderException`; unverified against AWS
 */
export function checkIdentifiers(pool: PoolRecord, identifiers: string[] = [], self?: IdentityProviderRecord): void {
  const others = [...pool.identityProviders.values()].filter((provider) => provider !== self);
  const taken = identifiers.find((each) => others.some(({ IdpIdentifiers }) => IdpIdentifiers?.includes(each)));
  if (taken !== undefined) throw duplicate(taken, pool);
}

/** Measured on AWS by others, 2026. */
export const duplicate = (name: string, pool: PoolRecord): CognitoError =>
  new CognitoError('DuplicateProviderException', `${name} already exists for tenant ${pool.id}.`);

export function providerOf(pool: PoolRecord, { createdAt, modifiedAt, ...provider }: IdentityProviderRecord) {
  return withoutUndefined<IdentityProviderType>({
    UserPoolId: pool.id,
    ...provider,
    LastModifiedDate: new Date(modifiedAt),
    CreationDate: new Date(createdAt),
  });
}
