import type {
  GetUserPoolMfaConfigCommandInput,
  GetUserPoolMfaConfigResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findPool } from '../../find-pool';
import { withoutUndefined } from '../../without-undefined';
import type { PoolRecord } from '../../records';

export const getUserPoolMfaConfig: Handler<GetUserPoolMfaConfigCommandInput, GetUserPoolMfaConfigResponse> = (
  input,
  service,
) => mfaConfigOf(findPool(service, input.UserPoolId));

/** `{"MfaConfiguration":"OFF"}` of a default pool (recorded); a factor shows where it was set. */
export function mfaConfigOf({ settings, mfa }: PoolRecord): GetUserPoolMfaConfigResponse {
  const { SmsConfiguration, MfaConfiguration, SmsAuthenticationMessage } = settings;
  return withoutUndefined({
    SmsMfaConfiguration: SmsConfiguration && withoutUndefined({ SmsAuthenticationMessage, SmsConfiguration }),
    SoftwareTokenMfaConfiguration:
      mfa.softwareTokenEnabled === undefined ? undefined : { Enabled: mfa.softwareTokenEnabled },
    EmailMfaConfiguration: mfa.email,
    MfaConfiguration,
    WebAuthnConfiguration: mfa.webAuthn,
  });
}
