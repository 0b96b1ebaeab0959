import { appClientOperations } from './app-clients';
import { domainOperations } from './domains';
import { groupOperations } from './groups';
import { identityProviderOperations } from './identity-providers';
import { selfServiceOperations } from './self-service';
import { signInOperations } from './sign-in';
import { userOperations } from './users';
import { userPoolOperations } from './user-pools';

/** Every operation that is simulated, by AWS's name. What is not in this table is refused by name. */
export const operations = {
  ...userPoolOperations,
  ...appClientOperations,
  ...domainOperations,
  ...identityProviderOperations,
  ...groupOperations,
  ...userOperations,
  ...selfServiceOperations,
  ...signInOperations,
};

export type OperationName = keyof typeof operations;

/** What an operation answers. */
export type OutputOf<Name extends OperationName> = Awaited<ReturnType<(typeof operations)[Name]>>;

/** The same table, by what an operation is about. */
export const families: Record<string, Partial<typeof operations>> = {
  'User pools': userPoolOperations,
  'App clients': appClientOperations,
  Domains: domainOperations,
  'Identity providers': identityProviderOperations,
  Groups: groupOperations,
  'Users, by an administrator': userOperations,
  'Users, by themselves': selfServiceOperations,
  'Sign-in': signInOperations,
};
