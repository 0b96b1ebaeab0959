import type {
  AssociateSoftwareTokenCommandInput,
  AssociateSoftwareTokenResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError } from '../../errors';
import type { Handler } from '../../handler';
import { withoutUndefined } from '../../without-undefined';
import { enrol } from '../../sign-in/enrolment';
import { newSecret } from '../../sign-in/totp';

/** Gives the user a new secret. The one before it stays good until the new one is verified. */
export const associateSoftwareToken: Handler<AssociateSoftwareTokenCommandInput, AssociateSoftwareTokenResponse> = (
  input,
  service,
) => {
  const { pool, user, renewSession } = enrol(input, service);
  // Documented, with its text.
  if (!pool.mfa.softwareTokenEnabled)
    throw new CognitoError(
      'SoftwareTokenMFANotFoundException',
      'Software Token MFA has not been enabled by the userPool',
    );
  const secret = newSecret(service.ids);
  user.pendingSoftwareToken = secret;
  return withoutUndefined({ SecretCode: secret, Session: renewSession() });
};
