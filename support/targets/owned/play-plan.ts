import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminSetUserPasswordCommand,
  CreateGroupCommand,
  CreateIdentityProviderCommand,
  CreateResourceServerCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolDomainCommand,
  ListUsersCommand,
  SetLogDeliveryConfigurationCommand,
  SetRiskConfigurationCommand,
  SetUserPoolMfaConfigCommand,
  type CognitoIdentityProviderClient,
  type CreateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { setTimeout as sleep } from 'node:timers/promises';
import { explain } from '../../aws/explain';
import type { CreatedUser, Plan } from '../../lab/solution/plan';
import { attributesOf } from '../../lab/solution/planned-user';

/** Polling of ListUsers for new users, in milliseconds. AWS documents the operation as eventually consistent. */
const listing = { tries: 10, apart: 500 } as const;

/** A call on the pool, and its name for messages. */
type Step = [operation: string, call: () => Promise<unknown>];

/**
 * Plays a plan: makes the calls that the console would make for these choices, in its order.
 *
 * @param create creates the pool, records it for removal, and returns its id
 * @param signal ends the calls on the pool, none of which leaves anything that its removal does not remove
 * @throws CouldNotLook if a call is refused: an incomplete lab gives no verdict on the learner
 */
export async function play(
  client: CognitoIdentityProviderClient,
  plan: Plan,
  place: { region?: string; endpoint?: string },
  create: (input: CreateUserPoolCommandInput) => Promise<string>,
  signal?: AbortSignal,
): Promise<void> {
  if (!plan.pool) return;
  let operation = 'CreateUserPool';
  try {
    const UserPoolId = await create(plan.pool);
    signal?.throwIfAborted();
    for (const [name, call] of steps(client, UserPoolId, plan, signal)) {
      operation = name;
      await call();
    }
  } catch (error) {
    throw explain(error, { operation, ...place });
  }
}

/** The calls after the pool's creation, each after those that it depends on. */
function steps(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  plan: Plan,
  abortSignal: AbortSignal | undefined,
): Step[] {
  const send: CognitoIdentityProviderClient['send'] = client.send.bind(client);
  const options = { abortSignal };
  const { mfa, risk, logDelivery } = plan;
  return [
    ...one(mfa, 'SetUserPoolMfaConfig', (input) =>
      send(new SetUserPoolMfaConfigCommand({ ...input, UserPoolId }), options),
    ),
    ...one(risk, 'SetRiskConfiguration', (input) =>
      send(new SetRiskConfigurationCommand({ ...input, UserPoolId }), options),
    ),
    ...one(logDelivery, 'SetLogDeliveryConfiguration', (input) =>
      send(new SetLogDeliveryConfigurationCommand({ ...input, UserPoolId }), options),
    ),
    ...each(plan.domains, 'CreateUserPoolDomain', (input) =>
      send(new CreateUserPoolDomainCommand({ ...input, UserPoolId }), options),
    ),
    ...each(plan.identityProviders, 'CreateIdentityProvider', (input) =>
      send(new CreateIdentityProviderCommand({ ...input, UserPoolId }), options),
    ),
    ...each(plan.resourceServers, 'CreateResourceServer', (input) =>
      send(new CreateResourceServerCommand({ ...input, UserPoolId }), options),
    ),
    ...each(plan.appClients, 'CreateUserPoolClient', (input) =>
      send(new CreateUserPoolClientCommand({ ...input, UserPoolId }), options),
    ),
    ...each(plan.groups, 'CreateGroup', (input) => send(new CreateGroupCommand({ ...input, UserPoolId }), options)),
    ...plan.users.flatMap((user) => userSteps(client, UserPoolId, user, abortSignal)),
    ...(plan.users.length
      ? [['ListUsers', () => listed(client, UserPoolId, plan.users.length, abortSignal)] satisfies Step]
      : []),
  ];
}

const each = <Input>(inputs: readonly Input[], operation: string, call: (input: Input) => Promise<unknown>): Step[] =>
  inputs.map((input) => [operation, () => call(input)]);

const one = <Input>(input: Input | undefined, operation: string, call: (input: Input) => Promise<unknown>): Step[] =>
  input === undefined ? [] : each([input], operation, call);

function userSteps(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  user: CreatedUser,
  abortSignal: AbortSignal | undefined,
): Step[] {
  const { username: Username, temporaryPassword: Password, groups = [], confirmed, disabled } = user;
  const named = { UserPoolId, Username };
  const options = { abortSignal };
  const creation = new AdminCreateUserCommand({
    ...named,
    TemporaryPassword: Password,
    UserAttributes: attributesOf(user) as never[],
    MessageAction: 'SUPPRESS',
  });
  return [
    ['AdminCreateUser', () => client.send(creation, options)],
    ...one(confirmed, 'AdminSetUserPassword', () =>
      client.send(new AdminSetUserPasswordCommand({ ...named, Password, Permanent: true }), options),
    ),
    ...each(groups, 'AdminAddUserToGroup', (GroupName) =>
      client.send(new AdminAddUserToGroupCommand({ ...named, GroupName }), options),
    ),
    ...one(disabled, 'AdminDisableUser', () => client.send(new AdminDisableUserCommand(named), options)),
  ];
}

/** Waits until the users are listed. */
async function listed(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  count: number,
  signal?: AbortSignal,
): Promise<void> {
  for (let tried = 1; tried <= listing.tries; tried++) {
    const { Users } = await client.send(new ListUsersCommand({ UserPoolId, Limit: Math.min(count, 60) }), {
      abortSignal: signal,
    });
    if ((Users?.length ?? 0) >= Math.min(count, 60)) return;
    await sleep(listing.apart, undefined, { signal });
  }
}
