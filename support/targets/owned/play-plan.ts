import {
  AdminCreateUserCommand,
  CreateIdentityProviderCommand,
  CreateUserPoolClientCommand,
  ListUsersCommand,
  SetUserPoolMfaConfigCommand,
  type CognitoIdentityProviderClient,
  type CreateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { setTimeout as sleep } from 'node:timers/promises';
import { explain } from '../../aws/explain';
import type { Plan } from '../../lab/solution/plan';

/** Polling of ListUsers for a new user, in milliseconds. AWS documents the operation as eventually consistent. */
const listing = { tries: 10, apart: 500 } as const;

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
  const options = { abortSignal: signal };
  let operation = 'CreateUserPool';
  try {
    const UserPoolId = await create(plan.pool);
    signal?.throwIfAborted();

    if (plan.mfa) {
      operation = 'SetUserPoolMfaConfig';
      await client.send(new SetUserPoolMfaConfigCommand({ ...plan.mfa, UserPoolId }), options);
    }
    for (const identityProvider of plan.identityProviders) {
      operation = 'CreateIdentityProvider';
      await client.send(new CreateIdentityProviderCommand({ ...identityProvider, UserPoolId }), options);
    }
    if (plan.appClient) {
      operation = 'CreateUserPoolClient';
      await client.send(new CreateUserPoolClientCommand({ ...plan.appClient, UserPoolId }), options);
    }
    if (plan.createdUser) {
      operation = 'AdminCreateUser';
      await createUser(client, UserPoolId, plan.createdUser, signal);
    }
  } catch (error) {
    throw explain(error, { operation, ...place });
  }
}

async function createUser(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  { username, email, temporaryPassword }: NonNullable<Plan['createdUser']>,
  signal?: AbortSignal,
): Promise<void> {
  await client.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username: username,
      TemporaryPassword: temporaryPassword,
      UserAttributes: [{ Name: 'email', Value: email }],
      MessageAction: 'SUPPRESS',
    }),
    { abortSignal: signal },
  );
  for (let tried = 1; tried <= listing.tries; tried++) {
    const { Users } = await client.send(new ListUsersCommand({ UserPoolId, Limit: 1 }), { abortSignal: signal });
    if (Users?.length) return;
    await sleep(listing.apart, undefined, { signal });
  }
}
