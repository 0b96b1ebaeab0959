import { ofPool, place } from './call-site';
import { NoCommand, type Change, type Evidence } from './change';
import { keptMembers, setMember, type Members } from './kept-members';
import { clientMembers, unsentClientMembers } from './members';
import type { CliCall, Options } from './shell-command';

const known = new Set<string>([...clientMembers, ...unsentClientMembers]);

const ofClient = (id: string, evidence: Evidence): Options => [...ofPool(evidence), ['--client-id', id]];

/** Everything that an app client has, with these changes. @throws NoCommand */
function clientInput(client: object, changes: readonly Change[]): Members {
  const strange = Object.entries(client).find(([name, value]) => !known.has(name) && value !== undefined);
  if (strange)
    throw new NoCommand(
      'The app client has a setting that this version of cognito-lab does not know, and the command could lose it. Change it in the console.',
    );
  const members = keptMembers(client, clientMembers);
  for (const { setting, value } of changes) setMember(members, setting.split('.'), value);
  return members;
}

const describeClient = (id: string, evidence: Evidence, members: Members): NonNullable<CliCall['input']> => ({
  name: 'describe-user-pool-client',
  options: ofClient(id, evidence),
  wrapper: 'UserPoolClient',
  value: { members },
});

/** Changes an app client, of which UpdateUserPoolClient resets members that are not sent (documented). @throws NoCommand */
export function clientCall(id: string, changes: readonly Change[], evidence: Evidence): CliCall {
  const client = evidence.describedClients[id];
  if (!evidence.isLive || !client)
    throw new NoCommand(
      'The command sends every setting of the app client, which was not read just now. Check the pool itself, with --user-pool-id, for the command.',
    );
  return {
    name: 'update-user-pool-client',
    options: ofClient(id, evidence),
    input: describeClient(id, evidence, clientInput(client, changes)),
    output: { query: 'UserPoolClient.ClientId' },
  };
}

/** Makes an app client again, with these changes, in a new pool. @throws NoCommand */
export function newClientCall(
  [id, client]: [id: string, client: object],
  changes: readonly Change[],
  evidence: Evidence,
  pool: { variable: string },
): CliCall {
  const members = clientInput(client, changes);
  // The providers of the old pool are not made again.
  setMember(members, ['SupportedIdentityProviders'], null);
  if ('ClientSecret' in client && client.ClientSecret) members.GenerateSecret = { literal: true };
  return {
    name: 'create-user-pool-client',
    options: [...place(evidence), ['--user-pool-id', pool]],
    input: describeClient(id, evidence, members),
    output: { query: 'UserPoolClient.ClientId' },
  };
}
