import { Problem } from '../../common/problem';
import { operationIn, type Layer } from './layer';

/** Calls that may make a user, at most, in one run on a real account. */
export const mostUsers = 10;

/** Amazon SES accepts mail to it and delivers none (documented). */
const mailboxSimulator = /^success(\+[^@\s]+)?@simulator\.amazonses\.com$/;

const createsUser = new Set(['AdminCreateUser', 'SignUp']);

/** The operations by which Cognito can send mail or text messages to somebody. */
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
 * Holds a run on a real account to what was announced, whatever a feature comes to ask for: a number of users, and
 * mail to the mailbox simulator alone. The call that would go beyond is not sent.
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
          `${operation} was about to send a message to another address than the mailbox simulator's; it was not sent.`,
          'On a real account people have addresses of the form success+NAME@simulator.amazonses.com.',
        );
      if (createsUser.has(operation) && ++users > mostUsers)
        throw new Problem(
          `This run was about to make more than ${mostUsers} users on a real account; it stopped at ${mostUsers}.`,
          'Check fewer tasks in one run, with --task.',
        );
      return next(args);
    },
  };
}

/** Every address in the call; where there is none, as when a code is sent again by user name, nobody can say whose. */
function isHarmless(operation: string, { Username, UserAttributes = [] }: Input): boolean {
  const email = UserAttributes.find(({ Name }) => Name === 'email')?.Value;
  const addresses = [email, Username].filter((text) => text?.includes('@'));
  const known = addresses.length > 0 || createsUser.has(operation);
  return known && addresses.every((address) => mailboxSimulator.test(address ?? ''));
}
