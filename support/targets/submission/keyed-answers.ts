import type { Operation } from '../../aws/answer-shapes';

/** An operation that is asked for each of several things, where its answers are kept, and what distinguishes them. */
interface Keyed {
  /** The folder of AWS CLI output with one file each. */
  folder: string;
  /** What it is of, for messages. */
  of: string;
  /** The command of the AWS CLI, with the option that names the thing. */
  command: string;
  /** The name of the thing in an answer; undefined where AWS does not repeat it. */
  key: (answer: object) => string | undefined;
}

const member = (path: [string, string]) => (answer: object) =>
  (answer as Record<string, Record<string, string | undefined> | undefined>)[path[0]]?.[path[1]];

export const keyedOperations: Partial<Record<Operation, Keyed>> = {
  DescribeUserPoolClient: {
    folder: 'user-pool-clients',
    of: 'app client',
    command: 'describe-user-pool-client --client-id',
    key: member(['UserPoolClient', 'ClientId']),
  },
  DescribeIdentityProvider: {
    folder: 'identity-providers',
    of: 'identity provider',
    command: 'describe-identity-provider --provider-name',
    key: member(['IdentityProvider', 'ProviderName']),
  },
  DescribeUserPoolDomain: {
    folder: 'user-pool-domains',
    of: 'domain',
    command: 'describe-user-pool-domain --domain',
    key: member(['DomainDescription', 'Domain']),
  },
  AdminListGroupsForUser: {
    folder: 'groups-of-users',
    of: 'user',
    command: 'admin-list-groups-for-user --username',
    // AWS does not say whose groups they are: a snapshot notes it, and a file is named for the user.
    key: (answer) => (answer as { Username?: string }).Username,
  },
};

/** What an answer is of, among several of the same operation. */
export const keyOf = (operation: Operation, answer: object): string | undefined =>
  keyedOperations[operation]?.key(answer);
