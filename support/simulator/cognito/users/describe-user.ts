import type { AdminGetUserResponse, AttributeType, UserType } from '@aws-sdk/client-cognito-identity-provider';
import type { UserRecord } from '../records';

/** A user as ListUsers, AdminCreateUser and ListUsersInGroup answer it. `MFAOptions` is never there (recorded). */
export const describeUser = (user: UserRecord, names?: string[]): UserType => ({
  Username: user.username,
  Attributes: listAttributes(user, names && ((name) => names.includes(name))),
  UserCreateDate: new Date(user.createdAt),
  UserLastModifiedDate: new Date(user.modifiedAt),
  Enabled: user.enabled,
  UserStatus: user.status,
});

/** The attributes that come first in AWS's answers (recorded 2024; that phone numbers precede given_name is inferred). */
const first = ['email', 'email_verified', 'phone_number', 'phone_number_verified', 'name', 'given_name', 'birthdate'];

/**
 * A user's attributes in AWS's order: the first ones, then the other standard ones (by name here, unverified against
 * AWS), custom ones, `sub`, `identities` (recorded 2024 to 2026).
 *
 * @param isShown which to list; all where it is not given
 */
export function listAttributes(user: UserRecord, isShown: (name: string) => boolean = () => true): AttributeType[] {
  const names = [...Object.keys(user.attributes), 'sub'].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return names.filter(isShown).map((Name) => ({ Name, Value: Name === 'sub' ? user.sub : user.attributes[Name] }));
}

/** A user's second factors. Absent where there is none (recorded 2026-09). */
export const mfaSettings = ({
  mfaPreference,
}: UserRecord): Pick<AdminGetUserResponse, 'UserMFASettingList' | 'PreferredMfaSetting'> => ({
  UserMFASettingList: mfaPreference?.enabled.length ? mfaPreference.enabled : undefined,
  PreferredMfaSetting: mfaPreference?.preferred,
});

function rank(name: string): number {
  if (name === 'sub' || name === 'identities') return name === 'sub' ? 102 : 103;
  const place = first.indexOf(name);
  return place >= 0 ? place : name.includes(':') ? 101 : 100;
}
