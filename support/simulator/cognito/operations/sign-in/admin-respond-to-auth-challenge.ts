import type {
  AdminRespondToAuthChallengeCommandInput,
  AdminRespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findClientForSignIn } from '../../find-pool';
import { answerChallenge } from '../../sign-in/challenges';

export const adminRespondToAuthChallenge: Handler<
  AdminRespondToAuthChallengeCommandInput,
  AdminRespondToAuthChallengeResponse
> = async (input, service) => {
  const { client, pool } = findClientForSignIn(service, input.UserPoolId, input.ClientId);
  const { ChallengeName, ChallengeResponses: parameters = {}, Session } = input;
  return answerChallenge({ pool, client, service, parameters, byAdmin: true }, ChallengeName, Session);
};
