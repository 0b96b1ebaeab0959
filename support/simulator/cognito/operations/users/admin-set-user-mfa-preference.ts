import type {
  AdminSetUserMFAPreferenceCommandInput,
  AdminSetUserMFAPreferenceResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { setMfaPreference } from '../../users/mfa-preference';
import { requireUser } from './require-user';

export const adminSetUserMfaPreference: Handler<
  AdminSetUserMFAPreferenceCommandInput,
  AdminSetUserMFAPreferenceResponse
> = (input, service) => {
  setMfaPreference(requireUser(input, service).user, input);
  return {};
};
