import type {
  AdminInitiateAuthCommandInput,
  AdminInitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findClientOfPool } from '../../find-pool';
import { beginSignIn } from '../../sign-in/flows';

export const adminInitiateAuth: Handler<AdminInitiateAuthCommandInput, AdminInitiateAuthResponse> = async (
  input,
  service,
) => {
  const { client, pool } = findClientOfPool(service, input.UserPoolId, input.ClientId);
  const { AuthFlow, AuthParameters: parameters = {} } = input;
  return beginSignIn({ pool, client, service, parameters, byAdmin: true }, AuthFlow);
};
