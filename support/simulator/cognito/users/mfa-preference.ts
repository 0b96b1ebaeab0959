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
 * @throws CognitoError `InvalidParameterException`; the text is recorded of an authenticator, 2023 and 2025, and reported
 *   of the messages
 */
export function setMfaPreference(user: UserRecord, settings: Settings): void {
  const asked = [
    ['SMS_MFA', settings.SMSMfaSettings],
    ['SOFTWARE_TOKEN_MFA', settings.SoftwareTokenMfaSettings],
    ['EMAIL_OTP', settings.EmailMfaSettings],
  ] as const;
  const has = {
    SMS_MFA: user.attributes.phone_number,
    SOFTWARE_TOKEN_MFA: user.softwareToken?.verified,
    EMAIL_OTP: user.attributes.email,
  };
  const missing = asked.find(([factor, setting]) => setting?.Enabled && !has[factor]);
  if (missing) throw invalidParameter(`User does not have delivery config set to turn on ${missing[0]}`);
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
