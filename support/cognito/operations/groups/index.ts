/** Groups and their members. */
export const groupOperations = {};
