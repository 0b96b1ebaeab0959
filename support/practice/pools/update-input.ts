import {
  UpdateUserPoolClientCommand,
  UpdateUserPoolCommand,
  type CognitoIdentityProviderClient,
  type UserPoolClientType,
  type UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider';
import { clientMembers, updatedPoolMembers } from '../../lab/fixes/members';
import type { Members } from '../../lab/settings';

/** The members of a description that are there. */
const pick = (from: object, names: readonly string[]): Members =>
  structuredClone(
    Object.fromEntries(
      names.map((name) => [name, (from as Members)[name]]).filter(([, value]) => value !== undefined),
    ) as Members,
  );

/** The input of UpdateUserPool that changes nothing: what it is not told, it sets back to its default. */
export function keepPool(pool: UserPoolType): Members {
  const input: Members = { UserPoolId: pool.Id, ...pick(pool, updatedPoolMembers) };
  // The older name of TemporaryPasswordValidityDays, which AWS answers, and refuses beside it.
  if (pool.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays !== undefined)
    delete (input.AdminCreateUserConfig as Members | undefined)?.UnusedAccountValidityDays;
  // One text in two places: what is changed in the template would else be set back by the other.
  for (const name of ['EmailVerificationMessage', 'EmailVerificationSubject', 'SmsVerificationMessage'])
    if (pool.VerificationMessageTemplate) Reflect.deleteProperty(input, name);
  return input;
}

/** The input of UpdateUserPoolClient that changes nothing. */
export const keepClient = (client: UserPoolClientType): Members => ({
  UserPoolId: client.UserPoolId,
  ClientId: client.ClientId,
  ...pick(client, clientMembers),
});

export const updatePool = (client: CognitoIdentityProviderClient, input: Members): Promise<unknown> =>
  client.send(new UpdateUserPoolCommand(input as never));

export const updateClient = (client: CognitoIdentityProviderClient, input: Members): Promise<unknown> =>
  client.send(new UpdateUserPoolClientCommand(input as never));
