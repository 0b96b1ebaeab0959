import type {
  RespondToAuthChallengeCommandInput,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findClient } from '../../find-pool';
import { answerChallenge } from '../../sign-in/challenges';

export const respondToAuthChallenge: Handler<
  RespondToAuthChallengeCommandInput,
  RespondToAuthChallengeResponse
> = async (input, service) => {
  const { client, pool } = findClient(service, input.ClientId);
  const { ChallengeName, ChallengeResponses: parameters = {}, Session } = input;
  return answerChallenge({ pool, client, service, parameters, byAdmin: false }, ChallengeName, Session);
};
