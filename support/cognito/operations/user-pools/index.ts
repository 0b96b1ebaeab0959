/** Pools, their custom attributes, MFA configuration and tags. */
export const userPoolOperations = {};
