/** The calls that make the changes of an existing pool, or a new pool with all of them. */
import { additions } from './additions';
import { describePool, factsOf, livePool, ofPool, place } from './call-site';
import { NoCommand, type Evidence } from './change';
import type { ChangeSet } from './change-set';
import { clientCall, newClientCall } from './client-calls';
import { mfaCall } from './mfa-call';
import { newPoolInput } from './new-pool-input';
import { poolInput } from './pool-input';
import type { CliCall } from './shell-command';

export interface Calls {
  calls: CliCall[];
  notes: string[];
}

/** The fewest calls for all changes of an existing pool. @throws NoCommand */
export function changeCalls(set: ChangeSet, evidence: Evidence): Calls {
  const options = ofPool(evidence);
  const notes: string[] = [];
  const calls: CliCall[] = [];
  if (set.update.length) {
    const { members, notes: own } = poolInput(livePool(evidence), set.update);
    calls.push({
      name: 'update-user-pool',
      options,
      input: { ...describePool(evidence), value: { members } },
    });
    notes.push(...own);
  }
  if (set.customAttributes.length) calls.push(customAttributesCall(set.customAttributes, evidence));
  for (const domain of set.domains)
    calls.push({ name: 'create-user-pool-domain', options: [...options, ['--domain', domain]] });
  if (set.mfa.length) calls.push(mfaCall(set.mfa, evidence));
  for (const name of set.unwantedProviders)
    calls.push({ name: 'delete-identity-provider', options: [...options, ['--provider-name', name]] });
  for (const [id, changes] of set.clients) calls.push(clientCall(id, changes, evidence));
  calls.push(...additions(set, evidence, evidence.userPoolId, factsOf(evidence)));
  return { calls, notes };
}

/** A new pool with all changes and, as far as they are known, its app clients. @throws NoCommand */
export function recreateCalls(set: ChangeSet, evidence: Evidence): Calls {
  const { members, notes } = newPoolInput(livePool(evidence), [...set.update, ...set.fixed], set.customAttributes);
  const pool = factsOf(evidence);
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
      ...described.map((client) => newClientCall(client, set.clients.get(client[0]) ?? [], evidence, created)),
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

/** @throws NoCommand for a name that the CLI's short form would take apart */
function customAttributesCall(names: readonly string[], evidence: Evidence): CliCall {
  const strange = names.find((name) => !/^[\p{L}\p{N}_.-]+$/u.test(name));
  if (strange !== undefined)
    throw new NoCommand('A custom attribute has a name that is better typed into the console.');
  const attributes = names.map((name) => `Name=${name},AttributeDataType=String,Mutable=true`);
  return {
    name: 'add-custom-attributes',
    options: [
      ...ofPool(evidence),
      ...attributes.map((attribute, index) => [index ? '' : '--custom-attributes', attribute] as const),
    ],
  };
}
