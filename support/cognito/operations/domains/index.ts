/** Domains. */
export const domainOperations = {};
