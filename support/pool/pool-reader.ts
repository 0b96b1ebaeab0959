import {
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  ListIdentityProvidersCommand,
  ListUserPoolClientsCommand,
  ListUsersCommand,
  type CognitoIdentityProviderClient,
  type ProviderDescription,
  type UserPoolClientDescription,
  type UserPoolClientType,
  type UserPoolType,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { CouldNotLook } from '../aws/could-not-look';
import { explain } from '../aws/explain';

/** AWS's largest page. */
const pageSize = 60;

/** The first user with an email address, and how many were looked at to find one. */
export interface EmailUser {
  user?: UserType;
  seen: number;
}

/**
 * Reads a user pool in as few calls as AWS allows: each operation once a run, however many checks look at it, and
 * nothing but Describe and List. A call that came to nothing is remembered as that, for every check that needs it.
 */
export class PoolReader {
  #answers = new Map<string, Promise<unknown>>();
  /** Why no call can come to anything any more; see {@link CouldNotLook.everything}. */
  #lost?: CouldNotLook;

  constructor(
    private readonly client: CognitoIdentityProviderClient,
    readonly userPoolId: string,
    private readonly place: { region?: string; endpoint?: string } = {},
  ) {}

  /** @throws CouldNotLook */
  pool(): Promise<UserPoolType> {
    return this.#once('DescribeUserPool', async () => {
      const { UserPool } = await this.client.send(new DescribeUserPoolCommand({ UserPoolId: this.userPoolId }));
      if (!UserPool) throw absent('DescribeUserPool', 'UserPool');
      return UserPool;
    });
  }

  /** The pool's ARN, if the pool was read: this never makes a call. */
  async arn(): Promise<string | undefined> {
    const pool = this.#answers.get('DescribeUserPool') as Promise<UserPoolType> | undefined;
    return pool?.then(
      ({ Arn }) => Arn,
      () => undefined,
    );
  }

  /** All pages. @throws CouldNotLook */
  identityProviders(): Promise<ProviderDescription[]> {
    return this.#once('ListIdentityProviders', () =>
      all(
        pages('ListIdentityProviders', 'Providers', async (NextToken) => {
          const answer = await this.client.send(
            new ListIdentityProvidersCommand({ UserPoolId: this.userPoolId, MaxResults: pageSize, NextToken }),
          );
          return { items: answer.Providers, next: answer.NextToken };
        }),
      ),
    );
  }

  /** All pages. @throws CouldNotLook */
  clients(): Promise<UserPoolClientDescription[]> {
    return this.#once('ListUserPoolClients', () =>
      all(
        pages('ListUserPoolClients', 'UserPoolClients', async (NextToken) => {
          const answer = await this.client.send(
            new ListUserPoolClientsCommand({ UserPoolId: this.userPoolId, MaxResults: pageSize, NextToken }),
          );
          return { items: answer.UserPoolClients, next: answer.NextToken };
        }),
      ),
    );
  }

  /** @throws CouldNotLook */
  appClient(ClientId: string): Promise<UserPoolClientType> {
    return this.#once(
      'DescribeUserPoolClient',
      async () => {
        const { UserPoolClient } = await this.client.send(
          new DescribeUserPoolClientCommand({ UserPoolId: this.userPoolId, ClientId }),
        );
        if (!UserPoolClient) throw absent('DescribeUserPoolClient', 'UserPoolClient');
        return UserPoolClient;
      },
      ClientId,
    );
  }

  /** Reads on only until a user with an email address is found. @throws CouldNotLook */
  userWithEmail(): Promise<EmailUser> {
    return this.#once('ListUsers', async () => {
      let seen = 0;
      const users = pages('ListUsers', 'Users', async (PaginationToken) => {
        const answer = await this.client.send(
          new ListUsersCommand({ UserPoolId: this.userPoolId, Limit: pageSize, PaginationToken }),
        );
        return { items: answer.Users, next: answer.PaginationToken };
      });
      for await (const page of users) {
        seen += page.length;
        const user = page.find(({ Attributes }) =>
          Attributes?.some(({ Name, Value }) => Name === 'email' && Value?.includes('@')),
        );
        if (user) return { user, seen };
      }
      return { seen };
    });
  }

  /**
   * Reads all that the setting checks look at. To be called before anything is written to the pool, so that what a
   * behaviour check leaves there is never taken for the learner's work. Failures stay with the calls that failed.
   */
  async readAll(): Promise<void> {
    await Promise.allSettled([this.pool(), this.identityProviders(), this.clients(), this.userWithEmail()]);
  }

  #once<T>(operation: string, read: () => Promise<T>, key = ''): Promise<T> {
    const known = this.#answers.get(operation + key) as Promise<T> | undefined;
    if (known) return known;
    const answer = this.#ask(operation, read);
    this.#answers.set(operation + key, answer);
    return answer;
  }

  async #ask<T>(operation: string, read: () => Promise<T>): Promise<T> {
    if (this.#lost) throw this.#lost;
    try {
      return await read();
    } catch (error) {
      const why = explain(error, { operation, userPoolId: this.userPoolId, ...this.place });
      if (why.everything) this.#lost = why;
      throw why;
    }
  }
}

/** AWS always answers with this member; an answer without it was cut or made by something else. */
export const absent = (operation: string, member: string): CouldNotLook =>
  new CouldNotLook(
    `The answer of ${operation} has no ${member}.`,
    `AWS always answers with it. Read it again, whole: aws cognito-idp ${kebab(operation)}.`,
  );

const kebab = (operation: string): string => operation.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();

/**
 * AWS's pages, one after the other, as long as somebody asks for more.
 *
 * @throws CouldNotLook for a page without its items, and for a token that comes again: there would be no end to it
 */
async function* pages<T>(
  operation: string,
  member: string,
  read: (token?: string) => Promise<{ items?: T[]; next?: string }>,
): AsyncGenerator<T[]> {
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const { items, next } = await read(token);
    if (!Array.isArray(items)) throw absent(operation, member);
    yield items;
    if (next && seen.has(next))
      throw new CouldNotLook(
        `The pages of ${operation} do not end: a page names one that was read already as the next.`,
        'AWS does not answer so. See what the endpoint is.',
      );
    token = next;
    if (token) seen.add(token);
  } while (token);
}

async function all<T>(pages: AsyncIterable<T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}
