/** Users, by an administrator. */
export const userOperations = {};
