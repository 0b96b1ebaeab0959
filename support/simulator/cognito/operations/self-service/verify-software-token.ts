import type {
  VerifySoftwareTokenCommandInput,
  VerifySoftwareTokenResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError } from '../../errors';
import type { Handler } from '../../handler';
import { withoutUndefined } from '../../without-undefined';
import { enrol } from '../../sign-in/enrolment';
import { acceptTotp } from '../../sign-in/totp';

/** Known from applications that look for the text; unverified against AWS. */
export const verifySoftwareToken: Handler<VerifySoftwareTokenCommandInput, VerifySoftwareTokenResponse> = (
  input,
  service,
) => {
  const { user, renewSession } = enrol(input, service);
  const { pendingSoftwareToken: secret = user.softwareToken?.secret } = user;
  const token = secret === undefined ? undefined : { secret, verified: true };
  if (!token || !acceptTotp({ softwareToken: token }, input.UserCode, service.clock()))
    throw new CognitoError('EnableSoftwareTokenMFAException', 'Code mismatch and fail enable Software Token MFA');
  user.softwareToken = token;
  delete user.pendingSoftwareToken;
  return withoutUndefined({ Status: 'SUCCESS' as const, Session: renewSession() });
};
