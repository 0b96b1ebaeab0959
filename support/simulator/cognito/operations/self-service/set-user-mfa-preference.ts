import type {
  SetUserMFAPreferenceCommandInput,
  SetUserMFAPreferenceResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { requireBearer } from '../../tokens/access-token';
import { setMfaPreference } from '../../users/mfa-preference';

export const setUserMfaPreference: Handler<SetUserMFAPreferenceCommandInput, SetUserMFAPreferenceResponse> = (
  input,
  service,
) => {
  setMfaPreference(requireBearer(input.AccessToken, service).user, input);
  return {};
};
