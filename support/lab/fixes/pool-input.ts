import { NoCommand, type Change } from './change';
import { keptMembers, setMember, type Members } from './kept-members';
import { fixedPoolMembers, renamedPoolMembers, unsentPoolMembers, updatedPoolMembers } from './members';

/** An input over DescribeUserPool's `UserPool`, and what else it changes because AWS allows it no other way. */
export interface PoolInput {
  members: Members;
  notes: string[];
}

type Pool = Record<string, unknown>;

const known = new Set<string>([
  ...updatedPoolMembers,
  ...Object.values(renamedPoolMembers),
  ...fixedPoolMembers,
  ...unsentPoolMembers,
  'SchemaAttributes',
]);

/**
 * The input of UpdateUserPool that changes these settings and keeps all others.
 *
 * @throws NoCommand for a pool with a setting that this version does not know: the update could reset it
 */
export function poolInput(described: object, changes: readonly Change[]): PoolInput {
  const pool = described as Pool;
  const strange = Object.keys(pool).find((name) => !known.has(name) && pool[name] !== undefined);
  if (strange !== undefined)
    throw new NoCommand(
      'The pool has a setting that this version of cognito-lab does not know, and an update could reset it. Change it in the console.',
    );
  const members = keptMembers(pool, updatedPoolMembers);
  members.PoolName = { keep: [renamedPoolMembers.PoolName] };
  dropRedundant(members, pool);
  for (const { setting, value } of changes)
    if (setting === 'UserPoolTags') setTags(members, pool, value as Record<string, string>);
    else setMember(members, pathOf(setting), value);
  return { members, notes: [...tieVerification(members, pool, changes), ...tieEmail(members, changes)] };
}

/** The tags that change; the others are read by the command, as everything that stays. */
function setTags(members: Members, { UserPoolTags }: Pool, wanted: Record<string, string>): void {
  const before = (UserPoolTags ?? {}) as Record<string, string>;
  const entries = Object.fromEntries(Object.entries(wanted).filter(([key, value]) => before[key] !== value));
  members.UserPoolTags = members.UserPoolTags ? { merge: ['UserPoolTags'], entries } : { literal: entries };
}

const pathOf = (setting: string): string[] => (setting === 'Name' ? ['PoolName'] : setting.split('.'));

const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((object, name) => (object as Pool | null | undefined)?.[name], value);

/** What AWS answers twice, or refuses together, or means anyway. */
function dropRedundant(members: Members, pool: Pool): void {
  // "Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays" (known from tools
  // that ran against AWS).
  if (at(pool, 'Policies', 'PasswordPolicy', 'TemporaryPasswordValidityDays') !== undefined)
    setMember(members, ['AdminCreateUserConfig', 'UnusedAccountValidityDays'], null);
  for (const [one, other] of [
    ['EmailVerificationMessage', 'EmailMessage'],
    ['EmailVerificationSubject', 'EmailSubject'],
    ['SmsVerificationMessage', 'SmsMessage'],
  ] as const)
    if (at(pool, 'VerificationMessageTemplate', other) !== undefined) setMember(members, [one], null);
  // Newer than many an installed CLI, which refuses what it does not know (recorded from AWS 2026-09).
  if (at(pool, 'IssuerConfiguration', 'Type') === 'ORIGINAL') setMember(members, ['IssuerConfiguration'], null);
  if (at(pool, 'KeyConfiguration', 'KeyType') === 'AWS_OWNED_KEY') setMember(members, ['KeyConfiguration'], null);
}

/** AWS refuses an attribute that is verified before an update and not at sign-up (recorded, aws-cli issue 7151). */
function tieVerification(members: Members, pool: Pool, changes: readonly Change[]): string[] {
  const change = changes.find(({ setting }) => setting === 'AutoVerifiedAttributes');
  const path = ['UserAttributeUpdateSettings', 'AttributesRequireVerificationBeforeUpdate'];
  const before = at(pool, ...path);
  if (!change || !Array.isArray(before)) return [];
  const verified = Array.isArray(change.value) ? (change.value as unknown[]) : [];
  const allowed = before.filter((name) => verified.includes(name));
  if (allowed.length === before.length) return [];
  setMember(members, path, allowed);
  return [
    'An attribute that is no longer verified at sign-up is no longer verified before an update either: AWS ties the two.',
  ];
}

/** The address and the configuration set of Amazon SES's sender go with it. */
function tieEmail(members: Members, changes: readonly Change[]): string[] {
  const isCognito = changes.some(
    ({ setting, value }) => setting === 'EmailConfiguration.EmailSendingAccount' && value === 'COGNITO_DEFAULT',
  );
  const email = members.EmailConfiguration;
  if (!isCognito || !email || !('members' in email)) return [];
  const of = ['From', 'ConfigurationSet'].filter((name) => email.members[name]);
  for (const name of of) setMember(members, ['EmailConfiguration', name], null);
  return of.length ? [`${of.join(' and ')} of Amazon SES's sender ${of.length > 1 ? 'go' : 'goes'} with it.`] : [];
}
