import { CognitoError } from '../errors';
import type { Service } from '../handler';
import type { CodeRecord, UserRecord } from '../records';

type Purpose = CodeRecord['purpose'];

const hour = 60 * 60 * 1000;

/** Documented: a day for a sign-up or an attribute, an hour for a forgotten password. */
const lifetime = (purpose: Purpose): number => (purpose === 'forgot-password' ? hour : 24 * hour);

/** Documented: ConfirmSignUp may be tried 15 times an hour, a forgotten password 5 to 20 times. */
const maximumAttempts = (purpose: Purpose): number => (purpose === 'sign-up' ? 15 : 5);

/**
 * Gives the user a new code for the purpose; the one before it is void.
 *
 * @param value the address that the code proves
 */
export function issueCode(
  user: UserRecord,
  purpose: Purpose,
  { clock, ids }: Pick<Service, 'clock' | 'ids'>,
  value?: string,
): string {
  const code = ids.text(6, '0123456789');
  voidCode(user, purpose);
  user.codes.push({
    purpose,
    code,
    expiresAt: clock() + lifetime(purpose),
    attempts: 0,
    ...(value !== undefined && { value }),
  });
  return code;
}

/**
 * Accepts a code or refuses it. An accepted code is still there: what it was for may yet fail, and then it can be
 * sent again.
 *
 * @throws CognitoError with AWS's texts, which are unverified but long reported
 */
export function checkCode(user: UserRecord, purpose: Purpose, code: string, now: number): CodeRecord {
  const record = user.codes.find((candidate) => candidate.purpose === purpose);
  if (!record || now > record.expiresAt) throw expiredCode();
  if (record.attempts >= maximumAttempts(purpose))
    throw new CognitoError('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
  if (record.code !== code) {
    record.attempts += 1;
    throw codeMismatch();
  }
  return record;
}

/** Forgets the code of the purpose, if there is one. */
export function voidCode(user: UserRecord, purpose: Purpose): void {
  user.codes = user.codes.filter((candidate) => candidate.purpose !== purpose);
}

export const expiredCode = (): CognitoError =>
  new CognitoError('ExpiredCodeException', 'Invalid code provided, please request a code again.');

export const codeMismatch = (): CognitoError =>
  new CognitoError('CodeMismatchException', 'Invalid verification code provided, please try again.');
