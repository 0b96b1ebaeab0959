import type {
  AdminInitiateAuthCommandInput,
  AdminInitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findClientForSignIn } from '../../find-pool';
import { beginSignIn } from '../../sign-in/flows';

export const adminInitiateAuth: Handler<AdminInitiateAuthCommandInput, AdminInitiateAuthResponse> = async (
  input,
  service,
) => {
  const { client, pool } = findClientForSignIn(service, input.UserPoolId, input.ClientId);
  const { AuthFlow, AuthParameters: parameters = {}, Session: session } = input;
  return beginSignIn({ pool, client, service, parameters, session, byAdmin: true }, AuthFlow);
};
