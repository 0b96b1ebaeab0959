/** Sign-in, challenges, tokens. */
export const signInOperations = {
  AdminInitiateAuth: () =>
    (require('./admin-initiate-auth') as typeof import('./admin-initiate-auth')).adminInitiateAuth,
  AdminRespondToAuthChallenge: () =>
    (require('./admin-respond-to-auth-challenge') as typeof import('./admin-respond-to-auth-challenge'))
      .adminRespondToAuthChallenge,
  InitiateAuth: () => (require('./initiate-auth') as typeof import('./initiate-auth')).initiateAuth,
  RespondToAuthChallenge: () =>
    (require('./respond-to-auth-challenge') as typeof import('./respond-to-auth-challenge')).respondToAuthChallenge,
};
