import { createHash, timingSafeEqual } from 'node:crypto';
import { CognitoError } from '../errors';
import type { Service } from '../handler';
import type { PasswordRecord, PoolRecord, UserRecord } from '../records';

/** Each operation words the same refusal in its own way (all three recorded or consistently reported). */
export const policyPrefixes = {
  signUp: 'Password did not conform with policy: ',
  adminCreateUser: 'Password did not conform with password policy: ',
  change: 'Password does not conform to policy: ',
} as const;

/** Documented; every other symbol of Unicode does not count. A space counts inside, where alone it is allowed. */
const symbols = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/;

/**
 * Refuses a password that breaks the pool's policy, naming the first rule broken. That length comes first is
 * recorded; the order of the others is unverified against AWS.
 *
 * @throws CognitoError `InvalidPasswordException`
 */
export function checkPolicy(
  pool: PoolRecord,
  password: string,
  prefix: (typeof policyPrefixes)[keyof typeof policyPrefixes],
): void {
  const policy = pool.settings.Policies?.PasswordPolicy ?? {};
  const rules: [broken: boolean | undefined, rule: string][] = [
    [[...password].length < (policy.MinimumLength ?? 8), 'Password not long enough'],
    [policy.RequireUppercase && !/[A-Z]/.test(password), 'Password must have uppercase characters'],
    [policy.RequireLowercase && !/[a-z]/.test(password), 'Password must have lowercase characters'],
    [policy.RequireNumbers && !/[0-9]/.test(password), 'Password must have numeric characters'],
    [policy.RequireSymbols && !symbols.test(password), 'Password must have symbol characters'],
  ];
  const broken = rules.find(([isBroken]) => isBroken);
  if (broken) throw new CognitoError('InvalidPasswordException', prefix + broken[1]);
}

/** Refuses a password that the pool's history remembers. The text is unverified against AWS. */
export function checkHistory(pool: PoolRecord, user: UserRecord, password: string): void {
  const size = pool.settings.Policies?.PasswordPolicy?.PasswordHistorySize ?? 0;
  const remembered = size ? user.passwordHistory.slice(-size) : [];
  if (remembered.some((entry) => matches(pool, user, entry, password)))
    throw new CognitoError(
      'PasswordHistoryPolicyViolationException',
      'Password has previously been used. Choose a password that has not been used before.',
    );
}

/** Gives the user a password. It is kept as SRP needs it, and never in the clear. */
export function setPassword(
  pool: PoolRecord,
  user: UserRecord,
  password: string,
  { clock, ids }: Pick<Service, 'clock' | 'ids'>,
  temporary = false,
): void {
  const salt = positive(ids.bytes(16)).toString('hex');
  const entry = { salt, x: privateValue(pool, user, salt, password) };
  user.password = { ...entry, setAt: clock(), temporary };
  const size = pool.settings.Policies?.PasswordPolicy?.PasswordHistorySize ?? 0;
  user.passwordHistory = temporary || !size ? user.passwordHistory : [...user.passwordHistory, entry].slice(-size);
}

/** Whether this is the user's password. */
export const isPassword = (pool: PoolRecord, user: UserRecord, password: string): boolean =>
  user.password !== undefined && matches(pool, user, user.password, password);

/** Whether the user's password was given by an administrator too long ago to be used. */
export function hasExpired(pool: PoolRecord, password: PasswordRecord, now: number): boolean {
  const days = pool.settings.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays ?? 7;
  return password.temporary && now > password.setAt + days * 24 * 60 * 60 * 1000;
}

/** A password that satisfies every policy. */
export function randomPassword(pool: PoolRecord, { ids }: Pick<Service, 'ids'>): string {
  const kinds = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnopqrstuvwxyz', '23456789', '!@#$%^&*'];
  const length = Math.max(8, pool.settings.Policies?.PasswordPolicy?.MinimumLength ?? 8);
  return kinds.map((kind) => ids.text(1, kind)).join('') + ids.text(length - kinds.length, kinds.join(''));
}

const matches = (pool: PoolRecord, user: UserRecord, entry: { salt: string; x: string }, password: string): boolean =>
  timingSafeEqual(Buffer.from(entry.x, 'hex'), Buffer.from(privateValue(pool, user, entry.salt, password), 'hex'));

/** SRP's x as Cognito's clients compute it: SHA-256 of the salt and of the inner hash. */
function privateValue(pool: PoolRecord, user: UserRecord, salt: string, password: string): string {
  const inner = sha256(`${poolName(pool)}${user.username}:${password}`);
  return sha256(Buffer.concat([Buffer.from(salt, 'hex'), inner])).toString('hex');
}

/** What SRP calls the pool: its id without the region. */
export const poolName = ({ id }: PoolRecord): string => id.slice(id.indexOf('_') + 1);

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

/** Without a leading zero or sign bit, the clients' several ways to pad a number are one. */
function positive(bytes: Buffer): Buffer {
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return bytes;
}
