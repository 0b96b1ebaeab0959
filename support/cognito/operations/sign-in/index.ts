/** Sign-in, challenges, tokens. */
export const signInOperations = {};
