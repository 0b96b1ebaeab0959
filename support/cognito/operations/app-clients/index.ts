/** App clients. */
export const appClientOperations = {};
