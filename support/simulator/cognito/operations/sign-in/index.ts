import { adminInitiateAuth } from './admin-initiate-auth';
import { adminRespondToAuthChallenge } from './admin-respond-to-auth-challenge';
import { initiateAuth } from './initiate-auth';
import { respondToAuthChallenge } from './respond-to-auth-challenge';

/** Sign-in, challenges, tokens. */
export const signInOperations = {
  AdminInitiateAuth: adminInitiateAuth,
  AdminRespondToAuthChallenge: adminRespondToAuthChallenge,
  InitiateAuth: initiateAuth,
  RespondToAuthChallenge: respondToAuthChallenge,
};
