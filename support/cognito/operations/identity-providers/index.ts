/** External identity providers. */
export const identityProviderOperations = {};
