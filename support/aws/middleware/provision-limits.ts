import { Problem } from '../../common/problem';
import { operationIn, type Layer } from './layer';

/** The most calls that can create a user in one run on a real account. */
export const mostUsers = 10;

/** Amazon SES accepts mail to it and delivers none (documented). */
const mailboxSimulator = /^success(\+[^@\s]+)?@simulator\.amazonses\.com$/;

const createsUser = new Set(['AdminCreateUser', 'SignUp']);

/** The operations with which Cognito can send mail or text messages. */
const sends = new Set([
  ...createsUser,
  'AdminResetUserPassword',
  'ForgotPassword',
  'GetUserAttributeVerificationCode',
  'ResendConfirmationCode',
]);

interface Input {
  Username?: string;
  MessageAction?: string;
  UserAttributes?: { Name?: string; Value?: string }[];
}

/**
 * Limits a run on a real account to what was announced, whatever the features request: a number of users, and mail to
 * the mailbox simulator only. A call beyond these limits is not sent.
 */
export function limitProvisioning(): Layer {
  let users = 0;
  return {
    name: 'cognitoLabLimitProvisioning',
    step: 'initialize',
    priority: 'high',
    around: (next, context) => async (args) => {
      const operation = operationIn(context);
      const input: Input = args.input;
      if (sends.has(operation) && input.MessageAction !== 'SUPPRESS' && !isHarmless(operation, input))
        throw new Problem(
          `${operation} would send a message to an address that is not the mailbox simulator's. It was not sent.`,
          'Give test users on a real account addresses of the form success+NAME@simulator.amazonses.com.',
        );
      if (createsUser.has(operation) && ++users > mostUsers)
        throw new Problem(
          `This run would create more than ${mostUsers} users on a real account. It stopped at ${mostUsers}.`,
          'Check fewer tasks in one run, with --task.',
        );
      return next(args);
    },
  };
}

/** Every recipient in the call. Without any, as when a code is sent again by user name, the recipient is unknown. */
function isHarmless(operation: string, { Username, UserAttributes = [] }: Input): boolean {
  const email = UserAttributes.find(({ Name }) => Name === 'email')?.Value;
  const addresses = [email, Username].filter((text) => text?.includes('@'));
  const known = addresses.length > 0 || createsUser.has(operation);
  return known && addresses.every((address) => mailboxSimulator.test(address ?? ''));
}
