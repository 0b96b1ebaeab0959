import { appClientOperations } from './app-clients';
import { domainOperations } from './domains';
import { groupOperations } from './groups';
import { identityProviderOperations } from './identity-providers';
import { resourceServerOperations } from './resource-servers';
import { selfServiceOperations } from './self-service';
import { signInOperations } from './sign-in';
import { threatProtectionOperations } from './threat-protection';
import { userOperations } from './users';
import { userPoolOperations } from './user-pools';

/** Every operation that is simulated, by AWS's name. What is not in this table is refused by name. */
export const operations = {
  ...userPoolOperations,
  ...appClientOperations,
  ...domainOperations,
  ...resourceServerOperations,
  ...threatProtectionOperations,
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
  'Resource servers': resourceServerOperations,
  'Threat protection and logs': threatProtectionOperations,
  'Identity providers': identityProviderOperations,
  Groups: groupOperations,
  'Users, by an administrator': userOperations,
  'Users, by themselves': selfServiceOperations,
  'Sign-in': signInOperations,
};
