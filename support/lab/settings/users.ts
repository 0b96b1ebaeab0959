import { maskAttribute } from '../../common/text/mask';
import { anyAttributeName } from './attributes';
import type { Members, Setting } from './setting';
import { choice, onOff, table, textList } from './value-kind';

const place = { classic: 'Users > Create user', present: 'User management > Users' } as const;

const of = 'user' as const;

interface Attribute {
  Name?: string;
  Value?: string;
}

/** The attributes that a lab names; a value that is another than the lab's is nobody else's business. */
function ofThoseWanted(wanted: unknown, actual: unknown): [unknown, unknown] {
  if (typeof wanted !== 'object' || !wanted)
    return [wanted, Object.fromEntries(Object.keys(actual as object).map((name) => [name, '***']))];
  const has = new Map(Object.entries(actual as object));
  const shown = Object.entries(wanted).flatMap(([name, value]) =>
    has.has(name)
      ? [[name, has.get(name) === value ? value : maskAttribute(name, String(has.get(name)))] as const]
      : [],
  );
  return [wanted, Object.fromEntries(shown)];
}

/** What a user has, and where the account stands. */
export const users: readonly Setting[] = [
  {
    name: 'attributes',
    label: 'User attributes',
    of,
    read: {
      operation: 'ListUsers',
      member: 'Attributes',
      value: ({ Attributes }) =>
        Array.isArray(Attributes)
          ? Object.fromEntries((Attributes as Attribute[]).map(({ Name = '', Value = '' }) => [Name, Value]))
          : undefined,
    },
    values: {
      ...table({ Email: 'lab@example.com' }, anyAttributeName),
      comparable: ofThoseWanted,
      maskEntry: maskAttribute,
    },
    set: {
      operation: 'AdminUpdateUserAttributes',
      member: 'UserAttributes',
      write: (input, value) => {
        const before = (input.UserAttributes ?? []) as Attribute[];
        const own = Object.entries(value as Record<string, string>).map(([Name, Value]) => ({ Name, Value }));
        input.UserAttributes = [...before.filter(({ Name }) => !own.some((each) => each.Name === Name)), ...own];
      },
    },
    place,
  },
  {
    name: 'confirmation status',
    label: 'Confirmation status',
    of,
    read: { operation: 'ListUsers', member: 'UserStatus' },
    values: choice('confirmation status', {
      Confirmed: 'CONFIRMED',
      'Force change password': 'FORCE_CHANGE_PASSWORD',
      Unconfirmed: 'UNCONFIRMED',
      'Reset required': 'RESET_REQUIRED',
    }),
    // A user who is confirmed has a password of their own.
    set: { operation: 'AdminCreateUser', member: 'UserStatus' },
    place,
  },
  {
    name: 'account',
    label: 'Account status',
    of,
    read: { operation: 'ListUsers', member: 'Enabled' },
    values: onOff(),
    set: { operation: 'AdminCreateUser', member: 'Enabled' },
    place,
  },
  {
    name: 'groups',
    label: 'Groups of the user',
    of,
    read: {
      operation: 'AdminListGroupsForUser',
      member: 'GroupName',
      value: ({ Groups }) =>
        Array.isArray(Groups) ? (Groups as Members[]).map(({ GroupName }) => GroupName) : undefined,
    },
    values: textList('admins'),
    set: { operation: 'AdminAddUserToGroup', member: 'Groups' },
    place,
  },
];
