import {
  DescribeIdentityProviderCommand,
  DescribeUserPoolDomainCommand,
  GetUserPoolMfaConfigCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { CouldNotLook } from '../../common/could-not-look';
import { explain } from '../../aws/explain';
import { absent } from '../../aws/absent';
import type { PoolReader } from '../../aws/pool/pool-reader';
import { pathText } from './setting-path';
import type { Answers } from './pool-settings';

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
 * Reads the whole of a pool: itself, every app client, every domain, every identity provider, and its second factors.
 * What cannot be read stays absent, with the reason, and does not keep the rest from being read.
 *
 * @param reader of the checks, so that what they look at too is read once
 */
export async function readAnswers(
  reader: PoolReader,
  client: CognitoIdentityProviderClient,
  place: { region?: string; endpoint?: string },
): Promise<Read> {
  const { userPoolId: UserPoolId } = reader;
  const missing: Missing[] = [];
  const answers: Answers = {};

  const attempt = async <T>(path: string, operation: string, read: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await read();
    } catch (error) {
      missing.push({ path, why: explain(error, { operation, userPoolId: UserPoolId, ...place }) });
      return undefined;
    }
  };
  /** One after another: AWS allows five calls of one operation a second on one pool. */
  const eachOf = async (
    part: 'UserPoolClients' | 'Domains' | 'IdentityProviders',
    operation: string,
    names: readonly string[],
    read: (name: string) => Promise<object | undefined>,
  ): Promise<void> => {
    const items: Record<string, object> = {};
    for (const name of names) {
      const item = await attempt(pathText([part, name]), operation, () => read(name));
      if (item) items[name] = item;
    }
    answers[part] = items;
  };

  const pool = await attempt('UserPool', 'DescribeUserPool', () => reader.pool());
  if (!pool && missing[0]?.why.affectsAllChecks) return { answers, missing };
  answers.UserPool = pool;

  const clients = await attempt('UserPoolClients', 'ListUserPoolClients', () => reader.clients());
  if (clients)
    await eachOf(
      'UserPoolClients',
      'DescribeUserPoolClient',
      clients.flatMap(({ ClientId }) => ClientId ?? []),
      (id) => reader.appClient(id),
    );

  const providers = await attempt('IdentityProviders', 'ListIdentityProviders', () => reader.identityProviders());
  if (providers)
    await eachOf(
      'IdentityProviders',
      'DescribeIdentityProvider',
      providers.flatMap(({ ProviderName }) => ProviderName ?? []),
      async (ProviderName) => {
        const { IdentityProvider } = await client.send(
          new DescribeIdentityProviderCommand({ UserPoolId, ProviderName }),
        );
        if (!IdentityProvider) throw absent('DescribeIdentityProvider', 'IdentityProvider');
        return IdentityProvider;
      },
    );

  answers.MfaConfig = await attempt('MfaConfig', 'GetUserPoolMfaConfig', async () => {
    const { $metadata: _, ...mfa } = await client.send(new GetUserPoolMfaConfigCommand({ UserPoolId }));
    return mfa;
  });

  if (pool)
    await eachOf(
      'Domains',
      'DescribeUserPoolDomain',
      [pool.Domain, pool.CustomDomain].flatMap((name) => name ?? []),
      async (Domain) => {
        const { DomainDescription } = await client.send(new DescribeUserPoolDomainCommand({ Domain }));
        // A domain that is not there is answered with an empty description (recorded by tools that ran against AWS).
        return DomainDescription?.Domain ? DomainDescription : undefined;
      },
    );
  else if (!missing.some(({ path }) => path === 'Domains'))
    missing.push({
      path: 'Domains',
      why: missing.find(({ path }) => path === 'UserPool')?.why ?? absent('DescribeUserPool', 'UserPool'),
    });
  return { answers, missing };
}
