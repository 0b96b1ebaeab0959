import {
  AdminListGroupsForUserCommand,
  DescribeIdentityProviderCommand,
  DescribeRiskConfigurationCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  DescribeUserPoolDomainCommand,
  GetLogDeliveryConfigurationCommand,
  GetUserPoolMfaConfigCommand,
  ListGroupsCommand,
  ListIdentityProvidersCommand,
  ListResourceServersCommand,
  ListUserPoolClientsCommand,
  ListUsersCommand,
  type CognitoIdentityProviderClient,
  type DomainDescriptionType,
  type GetUserPoolMfaConfigCommandOutput,
  type GroupType,
  type IdentityProviderType,
  type ListUsersCommandOutput,
  type LogDeliveryConfigurationType,
  type ProviderDescription,
  type ResourceServerType,
  type RiskConfigurationType,
  type UserPoolClientDescription,
  type UserPoolClientType,
  type UserPoolType,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { absent, answeredAnother } from '../absent';
import type { CouldNotLook } from '../../common/could-not-look';
import { explain } from '../explain';
import { collectPages, paginate } from '../paginate';
import { userFilter } from './user-filter';

/** AWS's largest page. */
const pageSize = 60;

/** The first user with an email address, and how many users were read to find one. */
export interface EmailUser {
  user?: UserType;
  seen: number;
}

/** What was read of a pool. */
export interface KnownAnswers {
  pool?: UserPoolType;
  clients?: UserPoolClientDescription[];
  /** By id. */
  describedClients: Record<string, object>;
  mfaConfig?: object;
  providers?: string[];
}

/**
 * Reads a user pool with as few calls as possible: each operation is called once per run, and its answer or error is
 * shared by all checks.
 */
export class PoolReader {
  #answers = new Map<string, Promise<unknown>>();
  /** The error that makes all further calls pointless; see {@link CouldNotLook.affectsAllChecks}. */
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
      if ((UserPool.Id ?? this.userPoolId) !== this.userPoolId) throw answeredAnother(this.userPoolId, UserPool.Id);
      return UserPool;
    });
  }

  /** The pool's ARN, if the pool was already read. Never makes a call. */
  async arn(): Promise<string | undefined> {
    const pool = this.#answers.get('DescribeUserPool') as Promise<UserPoolType> | undefined;
    return pool?.then(
      ({ Arn }) => Arn,
      () => undefined,
    );
  }

  /** The answers so far, without those that could not be had. Never makes a call. */
  async known(): Promise<KnownAnswers> {
    const answer = async <T>(key: string): Promise<T | undefined> =>
      (this.#answers.get(key) as Promise<T> | undefined)?.catch(() => undefined);
    const clients = await answer<UserPoolClientDescription[]>('ListUserPoolClients');
    const providers = await answer<ProviderDescription[]>('ListIdentityProviders');
    const describedClients: Record<string, object> = {};
    for (const { ClientId = '' } of clients ?? []) {
      const client = await answer<UserPoolClientType>(`DescribeUserPoolClient${ClientId}`);
      if (client) describedClients[ClientId] = client;
    }
    return {
      pool: await answer<UserPoolType>('DescribeUserPool'),
      clients,
      describedClients,
      mfaConfig: await answer<object>('GetUserPoolMfaConfig'),
      providers: providers?.flatMap(({ ProviderName }) => ProviderName ?? []),
    };
  }

  /** All pages. @throws CouldNotLook */
  identityProviders(): Promise<ProviderDescription[]> {
    return this.#once('ListIdentityProviders', () =>
      collectPages(
        'ListIdentityProviders',
        paginate('ListIdentityProviders', 'Providers', async (NextToken) => {
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
      collectPages(
        'ListUserPoolClients',
        paginate('ListUserPoolClients', 'UserPoolClients', async (NextToken) => {
          const answer = await this.client.send(
            new ListUserPoolClientsCommand({ UserPoolId: this.userPoolId, MaxResults: pageSize, NextToken }),
          );
          return { items: answer.UserPoolClients, next: answer.NextToken };
        }),
      ),
    );
  }

  /** With all details, secrets included. @throws CouldNotLook */
  identityProvider(ProviderName: string): Promise<IdentityProviderType> {
    return this.#once(
      'DescribeIdentityProvider',
      async () => {
        const { IdentityProvider } = await this.client.send(
          new DescribeIdentityProviderCommand({ UserPoolId: this.userPoolId, ProviderName }),
        );
        if (!IdentityProvider) throw absent('DescribeIdentityProvider', 'IdentityProvider');
        return IdentityProvider;
      },
      ProviderName,
    );
  }

  /** @throws CouldNotLook */
  mfaConfig(): Promise<Omit<GetUserPoolMfaConfigCommandOutput, '$metadata'>> {
    return this.#once('GetUserPoolMfaConfig', async () => {
      const { $metadata: _, ...config } = await this.client.send(
        new GetUserPoolMfaConfigCommand({ UserPoolId: this.userPoolId }),
      );
      return config;
    });
  }

  /**
   * @returns undefined if there is no such domain: AWS returns an empty description (recorded by tools that ran
   *   against AWS)
   * @throws CouldNotLook
   */
  domain(Domain: string): Promise<DomainDescriptionType | undefined> {
    return this.#once(
      'DescribeUserPoolDomain',
      async () => {
        const { DomainDescription } = await this.client.send(new DescribeUserPoolDomainCommand({ Domain }));
        return DomainDescription?.Domain ? DomainDescription : undefined;
      },
      Domain,
    );
  }

  /** Of the pool itself, not of an app client. @throws CouldNotLook */
  riskConfiguration(): Promise<RiskConfigurationType> {
    return this.#once('DescribeRiskConfiguration', async () => {
      const command = new DescribeRiskConfigurationCommand({ UserPoolId: this.userPoolId });
      // Without threat protection there is nothing configured, and AWS may say so by refusing (service model).
      const { RiskConfiguration } = await this.client.send(command).catch((error: unknown) => {
        if ((error as Error).name !== 'UserPoolAddOnNotEnabledException') throw error;
        return { RiskConfiguration: {} };
      });
      if (!RiskConfiguration) throw absent('DescribeRiskConfiguration', 'RiskConfiguration');
      return RiskConfiguration;
    });
  }

  /** @throws CouldNotLook */
  logDelivery(): Promise<LogDeliveryConfigurationType> {
    return this.#once('GetLogDeliveryConfiguration', async () => {
      const command = new GetLogDeliveryConfigurationCommand({ UserPoolId: this.userPoolId });
      const { LogDeliveryConfiguration } = await this.client.send(command);
      if (!LogDeliveryConfiguration) throw absent('GetLogDeliveryConfiguration', 'LogDeliveryConfiguration');
      return LogDeliveryConfiguration;
    });
  }

  /** All pages. @throws CouldNotLook */
  groups(): Promise<GroupType[]> {
    return this.#once('ListGroups', () =>
      collectPages(
        'ListGroups',
        paginate('ListGroups', 'Groups', async (NextToken) => {
          const command = new ListGroupsCommand({ UserPoolId: this.userPoolId, Limit: pageSize, NextToken });
          const answer = await this.client.send(command);
          return { items: answer.Groups, next: answer.NextToken };
        }),
      ),
    );
  }

  /** All pages. @param Username as the pool has it @throws CouldNotLook */
  groupsOf(Username: string): Promise<GroupType[]> {
    return this.#once(
      'AdminListGroupsForUser',
      () =>
        collectPages(
          'AdminListGroupsForUser',
          paginate('AdminListGroupsForUser', 'Groups', async (NextToken) => {
            const input = { UserPoolId: this.userPoolId, Username, Limit: pageSize, NextToken };
            const answer = await this.client.send(new AdminListGroupsForUserCommand(input));
            return { items: answer.Groups, next: answer.NextToken };
          }),
        ),
      Username,
    );
  }

  /** All pages. @throws CouldNotLook */
  resourceServers(): Promise<ResourceServerType[]> {
    return this.#once('ListResourceServers', () =>
      collectPages(
        'ListResourceServers',
        paginate('ListResourceServers', 'ResourceServers', async (NextToken) => {
          const input = { UserPoolId: this.userPoolId, MaxResults: 50, NextToken };
          const answer = await this.client.send(new ListResourceServersCommand(input));
          return { items: answer.ResourceServers, next: answer.NextToken };
        }),
      ),
    );
  }

  /**
   * The users that a name, an email address or a phone number can mean; in a submission, all that are in it.
   *
   * @returns also whether any of them can be the one, for they are masked in a snapshot of another lab
   * @throws CouldNotLook
   */
  usersNamed(name: string): Promise<{ users: UserType[]; areMasked: boolean }> {
    return this.#once(
      'ListUsers',
      async () => {
        let isTold = false;
        const users = await collectPages(
          'ListUsers',
          paginate('ListUsers', 'Users', async (PaginationToken) => {
            const input = { UserPoolId: this.userPoolId, Filter: userFilter(name), PaginationToken };
            const answer: ListUsersCommandOutput & { Named?: unknown } = await this.client.send(
              new ListUsersCommand(input),
            );
            isTold ||= Array.isArray(answer.Named) && answer.Named.includes(name);
            return { items: answer.Users, next: answer.PaginationToken };
          }),
        );
        return { users, areMasked: !isTold && users.some(({ Username }) => Username?.includes('***')) };
      },
      ` named ${name}`,
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

  /**
   * The first readable app client of a name. AWS allows duplicate names, and any of them can be the learner's.
   *
   * @throws CouldNotLook why the first could not be read, if none of the first ten can
   */
  async anyAppClient([first = '', ...others]: readonly string[]): Promise<UserPoolClientType> {
    try {
      return await this.appClient(first);
    } catch (error) {
      for (const other of others.slice(0, 9)) {
        const described = await this.appClient(other).catch(() => undefined);
        if (described) return described;
      }
      throw error;
    }
  }

  /** Reads pages until a user with an email address is found. @throws CouldNotLook */
  userWithEmail(): Promise<EmailUser> {
    return this.#once('ListUsers', async () => {
      let seen = 0;
      let cut = false;
      const users = paginate('ListUsers', 'Users', async (PaginationToken) => {
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
        cut ||= page.some(({ Attributes }) => !Attributes);
      }
      if (cut) throw absent('ListUsers', 'Users[].Attributes');
      return { seen };
    });
  }

  /**
   * Reads everything that the setting checks use. Call it before any write to the pool, so that changes made by a
   * behaviour check are not taken for the learner's work. Errors are kept for the checks that need the failed calls.
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
      if (why.affectsAllChecks) this.#lost = why;
      throw why;
    }
  }
}
