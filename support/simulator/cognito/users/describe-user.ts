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

/**
 * A user's attributes in AWS's order (recorded 2026-09): standard ones by name, custom ones by name, `sub`.
 *
 * @param isShown which to list; all where it is not given
 */
export function listAttributes(user: UserRecord, isShown: (name: string) => boolean = () => true): AttributeType[] {
  const names = Object.keys(user.attributes).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return [...names.map((Name) => ({ Name, Value: user.attributes[Name] })), { Name: 'sub', Value: user.sub }].filter(
    ({ Name }) => isShown(Name),
  );
}

/** A user's second factors. Absent where there is none (recorded 2026-09). */
export const mfaSettings = ({
  mfaPreference,
}: UserRecord): Pick<AdminGetUserResponse, 'UserMFASettingList' | 'PreferredMfaSetting'> => ({
  UserMFASettingList: mfaPreference?.enabled.length ? mfaPreference.enabled : undefined,
  PreferredMfaSetting: mfaPreference?.preferred,
});

const rank = (name: string): number => Number(name.includes(':'));
