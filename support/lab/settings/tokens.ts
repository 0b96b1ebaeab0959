import { clientSetting } from './client-setting';
import type { Members, Setting } from './setting';
import { duration, number, onOff } from './value-kind';

const sizes: Record<string, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

interface Token {
  /** The member of TokenValidityUnits. */
  unit: 'AccessToken' | 'IdToken' | 'RefreshToken';
  member: 'AccessTokenValidity' | 'IdTokenValidity' | 'RefreshTokenValidity';
  /** AWS's unit where none is named (documented). */
  usual: string;
}

/** The length of time in seconds. AWS keeps a number, and its unit somewhere else. */
const lengthIn = ({ member, unit, usual }: Token, client: Members): number | undefined => {
  const units = (client.TokenValidityUnits ?? {}) as Record<string, string | undefined>;
  const count = client[member];
  const size = sizes[units[unit] ?? usual];
  return typeof count === 'number' && size !== undefined ? count * size : undefined;
};

const writeLength = ({ member, unit }: Token, client: Members, value: unknown): void => {
  const [name = 'seconds', size = 1] =
    Object.entries(sizes)
      .reverse()
      .find(([, size]) => Number(value) % size === 0) ?? [];
  client[member] = Number(value) / size;
  client.TokenValidityUnits = { ...(client.TokenValidityUnits as Members | undefined), [unit]: name };
};

const token = (of: Token, setting: Pick<Setting, 'name' | 'label' | 'values' | 'absent' | 'evidence'>): Setting =>
  clientSetting(of.member, {
    ...setting,
    read: {
      operation: 'DescribeUserPoolClient',
      member: of.member,
      value: (client) => lengthIn(of, client),
      from: [of.member, 'TokenValidityUnits'],
    },
    set: {
      operation: 'UpdateUserPoolClient',
      member: of.member,
      write: (client, value) => writeLength(of, client, value),
    },
  });

const anHour = {
  absent: 3600,
  evidence: 'recorded from AWS 2026-09: left out unless set; documented: an hour',
} as const;
const day = 86_400;

/** How long tokens are good for. Bounds are documented. */
export const tokens: readonly Setting[] = [
  token(
    { unit: 'AccessToken', member: 'AccessTokenValidity', usual: 'hours' },
    { name: 'access token', label: 'Access token expiration', values: duration(300, day), ...anHour },
  ),
  token(
    { unit: 'IdToken', member: 'IdTokenValidity', usual: 'hours' },
    { name: 'ID token', label: 'ID token expiration', values: duration(300, day), ...anHour },
  ),
  token(
    { unit: 'RefreshToken', member: 'RefreshTokenValidity', usual: 'days' },
    { name: 'refresh token', label: 'Refresh token expiration', values: duration(3600, 3650 * day) },
  ),
  clientSetting('AuthSessionValidity', {
    name: 'authentication flow session duration',
    label: 'Authentication flow session duration',
    values: number('minutes', 3, 15),
  }),
  clientSetting('RefreshTokenRotation.Feature', {
    name: 'refresh token rotation',
    label: 'Refresh token rotation',
    absent: 'DISABLED',
    evidence: 'recorded from AWS 2026-09: left out unless set',
    values: onOff('ENABLED', 'DISABLED'),
  }),
  clientSetting('RefreshTokenRotation.RetryGracePeriodSeconds', {
    name: 'grace period of refresh token rotation',
    label: 'Refresh token rotation grace period',
    absent: 0,
    evidence: 'recorded from AWS 2026-09: left out unless set',
    values: number('seconds', 0, 60),
  }),
];
