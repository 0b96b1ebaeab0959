import type { CreateUserPoolClientCommandInput, TimeUnitsType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../../errors';
import { zeroAsDefault } from '../../zero-as-default';

type Sent = Pick<
  Partial<CreateUserPoolClientCommandInput>,
  'AccessTokenValidity' | 'IdTokenValidity' | 'RefreshTokenValidity' | 'TokenValidityUnits'
>;

const seconds: Record<TimeUnitsType, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/**
 * How long tokens live: access and id tokens 5 minutes to a day, in hours where no unit is given, refresh tokens an
 * hour to ten years, in days. The default of the first two is an hour, of the last 30 days.
 *
 * @throws CognitoError `InvalidParameterException`; the texts were measured on AWS in 2026-09
 */
export function checkValidity(sent: Sent): void {
  const units = sent.TokenValidityUnits ?? {};
  const access = length(sent.AccessTokenValidity, units.AccessToken ?? 'hours', 1);
  const id = length(sent.IdTokenValidity, units.IdToken ?? 'hours', 1);
  const refresh = length(zeroAsDefault(sent.RefreshTokenValidity, undefined), units.RefreshToken ?? 'days', 30 * 24);
  const isShort = (time: number) => time >= 300 && time <= seconds.days;
  if (!isShort(access) || !isShort(id) || refresh < seconds.hours || refresh > 3650 * seconds.days)
    throw invalidParameter('Invalid range for token validity.');
  if (Math.max(access, id) > refresh)
    throw invalidParameter(
      'Access and Id Token expiration times must be less than or equal to refresh token expiration times.',
    );
}

const length = (value: number | undefined, unit: TimeUnitsType, defaultHours: number): number =>
  value === undefined ? defaultHours * seconds.hours : value * seconds[unit];
