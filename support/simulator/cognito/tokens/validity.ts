import type { TimeUnitsType } from '@aws-sdk/client-cognito-identity-provider';
import type { ClientRecord } from '../records';

const secondsPer: Record<TimeUnitsType, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/**
 * How long a client's tokens are good for, in seconds. Documented defaults: an hour for the access and the id
 * token, thirty days for the refresh token; units default to hours and days.
 */
export function validity({ settings }: ClientRecord): { access: number; id: number; refresh: number } {
  const { TokenValidityUnits: units = {}, AccessTokenValidity, IdTokenValidity, RefreshTokenValidity } = settings;
  return {
    access: seconds(AccessTokenValidity, units.AccessToken ?? 'hours') ?? secondsPer.hours,
    id: seconds(IdTokenValidity, units.IdToken ?? 'hours') ?? secondsPer.hours,
    refresh: seconds(RefreshTokenValidity, units.RefreshToken ?? 'days') ?? 30 * secondsPer.days,
  };
}

/** Zero asks for the default, as absence does (documented). */
const seconds = (amount: number | undefined, unit: TimeUnitsType): number | undefined =>
  amount ? amount * secondsPer[unit] : undefined;
