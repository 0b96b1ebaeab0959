import type { SetUserMFAPreferenceRequest } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../errors';
import type { UserRecord } from '../records';

type Settings = Pick<
  SetUserMFAPreferenceRequest,
  'SMSMfaSettings' | 'SoftwareTokenMfaSettings' | 'EmailMfaSettings' | 'WebAuthnMfaSettings'
>;

/**
 * Turns second factors on and off, and prefers one. What is not named stays as it is (documented).
 *
 * @throws CognitoError `InvalidParameterException`; the text is known from a client library that looks for it
 */
export function setMfaPreference(user: UserRecord, settings: Settings): void {
  const asked = [
    ['SMS_MFA', settings.SMSMfaSettings],
    ['SOFTWARE_TOKEN_MFA', settings.SoftwareTokenMfaSettings],
    ['EMAIL_OTP', settings.EmailMfaSettings],
  ] as const;
  if (settings.SoftwareTokenMfaSettings?.Enabled && !user.softwareToken?.verified)
    throw invalidParameter(`User has not ${user.pendingSoftwareToken ? 'verified' : 'set up'} software token mfa`);
  let { enabled, preferred } = user.mfaPreference ?? { enabled: [] };
  for (const [factor, setting] of asked) {
    if (!setting) continue;
    enabled = enabled.filter((name) => name !== factor);
    if (preferred === factor) preferred = undefined;
    if (setting.Enabled) enabled = [...enabled, factor];
    if (setting.Enabled && setting.PreferredMfa) preferred = factor;
  }
  user.mfaPreference = { enabled, ...(preferred && { preferred }) };
}
