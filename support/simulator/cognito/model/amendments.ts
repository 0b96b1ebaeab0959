import type { Model, Shape } from './model';

const text = String.raw`[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*`;

const smsPattern = String.raw`(?s).*\{####\}(?s).*`;

/** Where the service was seen to ask for something else than its model says. */
const amendments: Record<string, Partial<Shape>> = {
  // Known from clients' error texts: neither the first nor the last character is a space, and there are two.
  PasswordType: { pattern: String.raw`^[\S]+.*[\S]+$` },
  // Measured 2026-09: an invitation must hold the password. The user's name it may leave out.
  EmailInviteMessageType: { pattern: String.raw`${text}\{####\}${text}` },
  SmsInviteMessageType: { pattern: smsPattern },
  // Recorded 2026: the same pattern wherever a message by SMS is set.
  SmsVerificationMessageType: { pattern: smsPattern },
  // Recorded 2026: errors repeat a client id, although the model marks it as sensitive.
  ClientIdType: { sensitive: false },
  // Measured 2026-09: not the front end's to refuse, and a custom domain has dots.
  DomainType: { pattern: undefined },
};

/** The model's shapes as the service checks them. */
export const amended = (shapes: Model['shapes']): Model['shapes'] => ({
  ...shapes,
  ...Object.fromEntries(
    Object.entries(amendments).map(([name, change]) => [name, { ...shapes[name], ...change } as Shape]),
  ),
});

/** Members that an error calls by another name than the API does (measured 2026-09). */
const otherNames: Record<string, string> = { InviteMessageTemplate: 'inviteMessage', SMSMessage: 'smsMessage' };

/** What an error calls a member. */
export const nameInErrors = (member: string): string =>
  otherNames[member] ?? member.charAt(0).toLowerCase() + member.slice(1);
