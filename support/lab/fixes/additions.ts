import { place, type PoolFacts } from './call-site';
import type { ChangeSet } from './change-set';
import type { Evidence } from './change';
import type { CliCall } from './shell-command';

/** The user that is created where one is missing: at a domain that nobody has (RFC 2606). */
const newUser = { name: 'keke', email: 'keke@example.com', phone: '+15550100123' };

/** Creates the app clients and the user that are missing, in a pool of that id. */
export function additions(
  set: Pick<ChangeSet, 'newClients' | 'newUser'>,
  evidence: Evidence,
  id: string | { variable: string },
  pool: PoolFacts,
): CliCall[] {
  const calls: CliCall[] = set.newClients.map((name) => ({
    name: 'create-user-pool-client',
    options: [...place(evidence), ['--user-pool-id', id], ['--client-name', name]],
    output: { query: 'UserPoolClient.ClientId' },
  }));
  if (!set.newUser) return calls;
  const names = pool.UsernameAttributes ?? [];
  const username = names.includes('email')
    ? newUser.email
    : names.includes('phone_number')
      ? newUser.phone
      : newUser.name;
  calls.push({
    name: 'admin-create-user',
    options: [
      ...place(evidence),
      ['--user-pool-id', id],
      ['--username', username],
      ['--user-attributes', `Name=email,Value=${newUser.email}`],
      // Nobody is written to.
      ['--message-action', 'SUPPRESS'],
    ],
    output: { query: 'User.Username' },
  });
  return calls;
}
