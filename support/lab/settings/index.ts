/**
 * One description a setting. The phrases of the steps, the choices of a solution, the fields of the practice console,
 * the commands that put a setting right, and the names in reports are derived from these; a new setting is one entry.
 */
import { appClient } from './app-client';
import { devices } from './devices';
import { domain } from './domain';
import { groups } from './groups';
import { identityProviders } from './identity-providers';
import { logDelivery } from './log-delivery';
import { messages } from './messages';
import { mfa } from './mfa';
import { oauth } from './oauth';
import { passwordPolicy } from './password-policy';
import { resourceServers } from './resource-servers';
import type { Setting, Subject } from './setting';
import { signIn } from './sign-in';
import { signUp } from './sign-up';
import { things } from './things';
import { threatProtection } from './threat-protection';
import { tokens } from './tokens';
import { triggers } from './triggers';
import { userPool } from './user-pool';
import { users } from './users';

export * from './setting';
export type { KindName, ValueKind } from './value-kind';

/** Every setting, in the order of the wizard and of the console's pages. */
export const settings: readonly Setting[] = [
  ...signIn,
  ...passwordPolicy,
  ...mfa,
  ...devices,
  ...signUp,
  ...messages,
  ...userPool,
  ...threatProtection,
  ...triggers,
  ...logDelivery,
  ...domain,
  ...things,
  ...appClient,
  ...tokens,
  ...oauth,
  ...groups,
  ...users,
  ...resourceServers,
  ...identityProviders,
];

/** The setting of a name in steps, in any case. */
export const settingNamed = (name: string, of?: Subject): Setting | undefined =>
  settings.find(
    (setting) => setting.name.toLowerCase() === name.trim().toLowerCase() && (of === undefined || setting.of === of),
  );

/** The setting of a label, in any case. */
export const settingLabelled = (label: string, of?: Subject): Setting | undefined =>
  settings.find(
    (setting) => setting.label.toLowerCase() === label.trim().toLowerCase() && (of === undefined || setting.of === of),
  );
