/** AWS's own example account. */
export const defaultAccountId = '123456789012';

/** This machine alone. */
export const defaultHost = '127.0.0.1';

/** Near no port that the other emulators, or Node's own inspector, are known by. */
export const defaultPort = 5229;
