import { CouldNotLook } from '../../common/could-not-look';
import { absent } from '../../aws/absent';
import type { PoolReader } from '../../aws/pool/pool-reader';
import { pathText } from './setting-path';
import type { Answers } from './comparable-settings';

/** A part that could not be read, and why. */
export interface Missing {
  path: string;
  why: CouldNotLook;
}

export interface Read {
  answers: Answers;
  missing: Missing[];
}

/**
 * Reads the whole pool: its description, app clients, domains, identity providers and MFA configuration. An
 * unreadable part is absent, with the reason, and does not affect the others.
 *
 * @param reader shared with the checks, so that each operation is called once
 */
export async function readAnswers(reader: PoolReader): Promise<Read> {
  const missing: Missing[] = [];
  const answers: Answers = {};

  const attempt = async <T>(path: string, read: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof CouldNotLook)) throw error;
      missing.push({ path, why: error });
      return undefined;
    }
  };
  /** Sequential: AWS allows five calls per second of one operation on one pool. */
  const eachOf = async (
    part: 'UserPoolClients' | 'Domains' | 'IdentityProviders',
    names: readonly string[],
    read: (name: string) => Promise<object | undefined>,
  ): Promise<void> => {
    const items: Record<string, object> = {};
    for (const name of names) {
      const item = await attempt(pathText([part, name]), () => read(name));
      if (item) items[name] = item;
    }
    answers[part] = items;
  };

  const pool = await attempt('UserPool', () => reader.pool());
  if (!pool && missing[0]?.why.affectsAllChecks) return { answers, missing };
  answers.UserPool = pool;

  const clients = await attempt('UserPoolClients', () => reader.clients());
  if (clients)
    await eachOf(
      'UserPoolClients',
      clients.flatMap(({ ClientId }) => ClientId ?? []),
      (id) => reader.appClient(id),
    );

  const providers = await attempt('IdentityProviders', () => reader.identityProviders());
  if (providers)
    await eachOf(
      'IdentityProviders',
      providers.flatMap(({ ProviderName }) => ProviderName ?? []),
      (name) => reader.identityProvider(name),
    );

  answers.MfaConfig = await attempt('MfaConfig', () => reader.mfaConfig());

  if (pool)
    await eachOf(
      'Domains',
      [pool.Domain, pool.CustomDomain].flatMap((name) => name ?? []),
      (name) => reader.domain(name),
    );
  else if (!missing.some(({ path }) => path === 'Domains'))
    missing.push({
      path: 'Domains',
      why: missing.find(({ path }) => path === 'UserPool')?.why ?? absent('DescribeUserPool', 'UserPool'),
    });
  return { answers, missing };
}
