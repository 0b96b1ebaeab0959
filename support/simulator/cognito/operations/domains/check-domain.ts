import { CognitoError, invalidParameter } from '../../errors';
import type { Service } from '../../handler';
import { findPool } from '../../find-pool';
import type { DomainRecord, PoolRecord } from '../../records';

const format = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const reservedWords = ['aws', 'amazon', 'cognito'];

/**
 * @throws CognitoError `InvalidParameterException`; the texts, and that a reserved word counts only between hyphens,
 *   were measured on AWS in 2026-09
 */
export function checkName(domain: string, isCustom: boolean): void {
  if (isCustom) return checkCustomName(domain);
  if (!format.test(domain))
    throw invalidParameter(
      'The domain name contains an invalid character. Domain names can only contain lower-case letters, numbers, and hyphens. Please enter a different name that follows this format: ^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$',
    );
  const reserved = domain.split('-').find((word) => reservedWords.includes(word));
  if (reserved !== undefined) throw invalidParameter(`Domain cannot contain reserved word: ${reserved}`);
}

/** AWS resolves the parent's address; here it is enough that the name could have a parent. */
function checkCustomName(domain: string): void {
  const labels = domain.split('.');
  if (labels.length < 3 || !labels.every((label) => format.test(label)))
    throw invalidParameter(
      'Custom domain is not a valid subdomain: Was not able to resolve a DNS A record for the parent domain or domain parent is a top-level domain.',
    );
}

/**
 * @throws CognitoError `FeatureUnavailableInTierException` (measured on AWS in 2026-09), or
 *   `InvalidParameterException` for a version that is none (unverified against AWS)
 */
export function checkManagedLogin(version: number | undefined, { settings }: PoolRecord): void {
  if (version !== undefined && version !== 1 && version !== 2)
    throw invalidParameter('ManagedLoginVersion must be 1 or 2.');
  if (version === 2 && settings.UserPoolTier === 'LITE')
    throw new CognitoError(
      'FeatureUnavailableInTierException',
      'The following feature is not available for the LITE pricing tier configured: Managed Login Version 2',
    );
}

/**
 * The domain of this name, if it is this pool's.
 *
 * @throws CognitoError `ResourceNotFoundException` for the pool, `InvalidParameterException` for the domain; the text
 *   is known from tools that ran against AWS
 */
export function findDomain(
  service: Pick<Service, 'store' | 'call'>,
  userPoolId: string,
  name: string,
): { domain: DomainRecord; pool: PoolRecord } {
  const pool = findPool(service, userPoolId);
  const domain = service.store.domains.get(name);
  if (domain?.userPoolId !== pool.id) throw invalidParameter('No such domain or user pool exists.');
  return { domain, pool };
}
