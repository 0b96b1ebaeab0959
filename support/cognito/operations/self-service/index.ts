/** Users, by themselves. */
export const selfServiceOperations = {};
