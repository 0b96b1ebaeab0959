/** The calls that make the changes of an existing pool, or a new pool with all of them. */
import { NoCommand, type Change, type Evidence } from './change';
import { keptMembers, setMember } from './kept-members';
import { clientMembers } from './members';
import { newPoolInput } from './new-pool-input';
import { poolInput } from './pool-input';
import type { CliCall, MergedPart, Options } from './shell-command';

/** What changes a pool, by the operation that does it. */
export interface ChangeSet {
  update: Change[];
  mfa: Change[];
  fixed: Change[];
  /** Names of app clients that are missing. */
  newClients: string[];
  /** Changes of app clients that exist, by id. */
  clients: Map<string, Change[]>;
  /** Names of identity providers that have to go. */
  unwantedProviders: string[];
  newUser: boolean;
}

export interface Calls {
  calls: CliCall[];
  notes: string[];
}

/** The user that is created where one is missing: at a domain that nobody has (RFC 2606). */
const newUser = { name: 'keke', email: 'keke@example.com', phone: '+15550100123' };

/** The fewest calls for all changes of an existing pool. @throws NoCommand */
export function changeCalls(set: ChangeSet, evidence: Evidence): Calls {
  const pool = [['--user-pool-id', evidence.userPoolId]] as const;
  const notes: string[] = [];
  const calls: CliCall[] = [];
  if (set.update.length) {
    const { members, notes: own } = poolInput(livePool(evidence), set.update);
    calls.push({
      name: 'update-user-pool',
      options: [...place(evidence), ...pool],
      input: { ...describePool(evidence), value: { members } },
    });
    notes.push(...own);
  }
  if (set.mfa.length) calls.push(mfaCall(set.mfa, evidence));
  for (const name of set.unwantedProviders)
    calls.push({
      name: 'delete-identity-provider',
      options: [...place(evidence), ...pool, ['--provider-name', name]],
    });
  for (const [id, changes] of set.clients) calls.push(clientCall(id, changes, evidence));
  calls.push(...additions(set, evidence, evidence.userPoolId, poolOf(evidence)));
  return { calls, notes };
}

/** A new pool with all changes and, as far as they are known, its app clients. @throws NoCommand */
export function recreateCalls(set: ChangeSet, evidence: Evidence): Calls {
  const { members, notes } = newPoolInput(livePool(evidence), [...set.update, ...set.fixed]);
  const pool = poolOf(evidence);
  const created = { variable: 'NEW_POOL_ID' };
  const described = Object.entries(evidence.describedClients);
  const unknown = (evidence.clients ?? []).filter(({ ClientId = '' }) => !(ClientId in evidence.describedClients));
  const users = set.fixed.find(({ setting }) => setting === 'UsernameAttributes')?.value;
  return {
    calls: [
      {
        name: 'create-user-pool',
        options: place(evidence),
        input: { ...describePool(evidence), value: { members } },
        output: { query: 'UserPool.Id', ...created },
      },
      ...described.map(([id, client]) => newClientCall(id, client, evidence, created)),
      ...additions({ ...set, newUser: set.newUser || (pool.EstimatedNumberOfUsers ?? 0) > 0 }, evidence, created, {
        ...pool,
        ...(Array.isArray(users) && { UsernameAttributes: users as string[] }),
      }),
    ],
    notes: [
      ...notes,
      'Users, groups, a domain and identity providers are not made again.',
      ...(unknown.length ? ['App clients that the lab does not ask for are not made again.'] : []),
      ...((set.mfa.length ? set.mfa[0]?.value : pool.MfaConfiguration) === 'OFF'
        ? []
        : ['Multi-factor authentication is set for the new pool by itself.']),
      'Delete the old pool when the new one is right.',
    ],
  };
}

interface Pool {
  EstimatedNumberOfUsers?: number;
  UsernameAttributes?: string[];
  MfaConfiguration?: string;
  Policies?: { SignInPolicy?: { AllowedFirstAuthFactors?: string[] } };
}

const poolOf = ({ pool = {} }: Evidence): Pool => pool;

function livePool({ pool, isLive }: Evidence): object {
  if (!isLive)
    throw new NoCommand(
      'The command tells AWS every setting of the pool, and a saved pool may be old or incomplete. Check the pool itself, with --user-pool-id, for the command.',
    );
  if (!pool) throw new NoCommand('The command tells AWS every setting of the pool, and the pool could not be read.');
  return pool;
}

const place = ({ place: { region, endpoint } }: Evidence): Options => [
  ...(endpoint === undefined ? [] : [['--endpoint-url', endpoint] as const]),
  ...(region === undefined ? [] : [['--region', region] as const]),
];

const describePool = (evidence: Evidence): Pick<CliCall, 'name' | 'options'> & { wrapper: string } => ({
  name: 'describe-user-pool',
  options: [...place(evidence), ['--user-pool-id', evidence.userPoolId]],
  wrapper: 'UserPool',
});

/** SetUserPoolMfaConfig replaces the whole configuration (measured on AWS 2026-08). */
function mfaCall(changes: readonly Change[], evidence: Evidence): CliCall {
  const options: Options = [...place(evidence), ['--user-pool-id', evidence.userPoolId]];
  const call = { name: 'set-user-pool-mfa-config', options };
  const wanted = changes.find(({ setting }) => setting === 'MfaConfiguration')?.value;
  const passkeys = poolOf(evidence).Policies?.SignInPolicy?.AllowedFirstAuthFactors?.includes('WEB_AUTHN');
  if (wanted === 'OFF' && !passkeys) return { ...call, options: [...options, ['--mfa-configuration', 'OFF']] };
  const factors = ['SmsMfaConfiguration', 'SoftwareTokenMfaConfiguration', 'EmailMfaConfiguration'];
  const merged: MergedPart[] = [
    {
      members: {
        MfaConfiguration: { literal: String(wanted) },
        // A factor for a pool that has none yet; its own ones come after, and win.
        ...(wanted !== 'OFF' && { SoftwareTokenMfaConfiguration: { literal: { Enabled: true } } }),
      },
    },
    ...[...(wanted === 'OFF' ? [] : factors), 'WebAuthnConfiguration'].map((ifThere) => ({ ifThere })),
  ];
  return { ...call, input: { name: 'get-user-pool-mfa-config', options, value: { merged } } };
}

const ofClient = (id: string, evidence: Evidence): Options => [
  ...place(evidence),
  ['--user-pool-id', evidence.userPoolId],
  ['--client-id', id],
];

/** UpdateUserPoolClient resets what it is not told (documented). */
function clientCall(id: string, changes: readonly Change[], evidence: Evidence): CliCall {
  const client = evidence.describedClients[id];
  if (!evidence.isLive || !client)
    throw new NoCommand('The command tells AWS every setting of the app client, which was not read just now.');
  const members = keptMembers(client, clientMembers);
  for (const { setting, value } of changes) setMember(members, setting.split('.'), value);
  const options = ofClient(id, evidence);
  const input = { name: 'describe-user-pool-client', options, wrapper: 'UserPoolClient', value: { members } };
  return { name: 'update-user-pool-client', options, input, output: { query: 'UserPoolClient.ClientId' } };
}

function newClientCall(id: string, client: object, evidence: Evidence, pool: { variable: string }): CliCall {
  const members = keptMembers(client, clientMembers);
  // Its providers are made by themselves.
  setMember(members, ['SupportedIdentityProviders'], null);
  if ('ClientSecret' in client && client.ClientSecret) members.GenerateSecret = { literal: true };
  return {
    name: 'create-user-pool-client',
    options: [...place(evidence), ['--user-pool-id', pool]],
    input: {
      name: 'describe-user-pool-client',
      options: ofClient(id, evidence),
      wrapper: 'UserPoolClient',
      value: { members },
    },
    output: { query: 'UserPoolClient.ClientId' },
  };
}

function additions(set: ChangeSet, evidence: Evidence, id: string | { variable: string }, pool: Pool): CliCall[] {
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
