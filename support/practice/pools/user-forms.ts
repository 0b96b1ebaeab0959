import {
  AdminAddUserToGroupCommand,
  AdminDeleteUserAttributesCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  type AdminGetUserCommandOutput,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { settingNamed } from '../../lab/settings';
import { choices, text } from '../../lab/settings/value-kind';
import type { PoolRecord } from '../../simulator/cognito/records';
import { choiceOfField } from '../forms/field-choice';
import { fieldOf, type Field, type Values } from '../forms/field';

/** What can be changed of a user, a form each. */
export interface UserForm {
  /** The word by which the form says which it is. */
  id: 'attributes' | 'groups' | 'password';
  title: string;
  field: Field;
  /** What the user has. */
  current: string[];
  /** @throws the error of the SDK */
  write: (client: CognitoIdentityProviderClient, values: Values) => Promise<void>;
}

/** The forms of a user; groups are asked for where the pool has some. */
export function userForms(pool: PoolRecord, user: AdminGetUserCommandOutput): UserForm[] {
  const named = { UserPoolId: pool.id, Username: user.Username };
  return [attributesForm(named, user), ...groupsForm(named, pool, user), passwordForm(named)];
}

interface Named {
  UserPoolId: string;
  Username: string | undefined;
}

function attributesForm(named: Named, { UserAttributes = [] }: AdminGetUserCommandOutput): UserForm {
  const setting = settingNamed('attributes', 'user');
  if (!setting) throw new Error('Users have no attributes.');
  const field = fieldOf({ ...setting, setting }, { help: 'One a line: name: value.', named: ['attribute'] });
  const before = new Map(
    UserAttributes.filter(({ Name }) => Name !== 'sub').map(({ Name = '', Value = '' }) => [Name, Value]),
  );
  return {
    id: 'attributes',
    title: 'User attributes',
    field,
    current: [[...before].map(([name, value]) => `${name}: ${value}`).join('\n')],
    write: async (client, values) => {
      const wanted = Object.entries(field.values.toAws(choiceOfField(field, values)) as Record<string, string>);
      const changed = wanted.filter(([name, value]) => before.get(name) !== value);
      const UserAttributes = changed.map(([Name, Value]) => ({ Name, Value }));
      if (changed.length) await client.send(new AdminUpdateUserAttributesCommand({ ...named, UserAttributes }));
      const UserAttributeNames = [...before.keys()].filter((name) => !wanted.some(([each]) => each === name));
      if (UserAttributeNames.length)
        await client.send(new AdminDeleteUserAttributesCommand({ ...named, UserAttributeNames }));
    },
  };
}

function groupsForm(named: Named, { groups }: PoolRecord, { Username }: AdminGetUserCommandOutput): UserForm[] {
  if (groups.size === 0) return [];
  const names = [...groups.keys()];
  const field = fieldOf({
    label: 'Groups of the user',
    values: choices('group', Object.fromEntries(names.map((name) => [name, name]))),
  });
  const sub = Username ?? '';
  const isIn = (name: string): boolean => groups.get(name)?.members.has(sub) === true;
  const change = (client: CognitoIdentityProviderClient, GroupName: string, wanted: boolean): Promise<unknown> =>
    wanted
      ? client.send(new AdminAddUserToGroupCommand({ ...named, GroupName }))
      : client.send(new AdminRemoveUserFromGroupCommand({ ...named, GroupName }));
  return [
    {
      id: 'groups',
      title: 'Group memberships',
      field,
      current: names.filter(isIn),
      write: async (client, values) => {
        const wanted = values[field.id] ?? [];
        for (const name of names) if (isIn(name) !== wanted.includes(name)) await change(client, name, !isIn(name));
      },
    },
  ];
}

function passwordForm(named: Named): UserForm {
  const field = fieldOf(
    { label: 'Permanent password', values: text() },
    { help: 'The user keeps it, and is confirmed.', named: ['password'], required: 'Enter a password.' },
  );
  return {
    id: 'password',
    title: 'Set password',
    field,
    current: [],
    write: async (client, values) => {
      const [Password = ''] = values[field.id] ?? [];
      await client.send(new AdminSetUserPasswordCommand({ ...named, Password, Permanent: true }));
    },
  };
}
