import type { InitiateAuthCommandInput, InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findClient } from '../../find-pool';
import { beginSignIn } from '../../sign-in/flows';

export const initiateAuth: Handler<InitiateAuthCommandInput, InitiateAuthResponse> = async (input, service) => {
  const { client, pool } = findClient(service, input.ClientId);
  const { AuthFlow, AuthParameters: parameters = {}, Session: session } = input;
  return beginSignIn({ pool, client, service, parameters, session, byAdmin: false }, AuthFlow);
};
