import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { operationOf, type Sendable } from '../aws/middleware/call-log';
import { Problem } from '../common/problem';
import { sweepLine, type OwnRun } from './owned/run-tags';

/** Calls that may make a user, at most, in one run on a real account. */
export const mostUsers = 10;

/** Mail to it is accepted by Amazon SES and goes nowhere (documented). */
const mailboxSimulator = /^success(\+[^@\s]+)?@simulator\.amazonses\.com$/;

/** The operations by which Cognito can send mail or text messages to somebody. */
const sends = /^(AdminCreateUser|SignUp|ResendConfirmationCode|ForgotPassword|AdminResetUserPassword)$/;

interface Input {
  Username?: string;
  MessageAction?: string;
  UserAttributes?: { Name?: string; Value?: string }[];
}

/**
 * Holds a client to what was announced, whatever a feature comes to ask for: no more users than that, and mail to the
 * mailbox simulator alone. The call that would go beyond is not sent.
 */
export function keepWithinLimits(client: CognitoIdentityProviderClient): void {
  const sendable = client as unknown as Sendable;
  const send = sendable.send.bind(client);
  let users = 0;
  sendable.send = async (command, ...rest) => {
    const operation = operationOf(command);
    const input = (command as { input: Input }).input;
    if (sends.test(operation) && input.MessageAction !== 'SUPPRESS' && !isHarmless(operation, input))
      throw new Problem(
        `${operation} was about to send a message to another address than the mailbox simulator's; it was not sent.`,
        'On a real account people have addresses of the form success+NAME@simulator.amazonses.com.',
      );
    if (/^(AdminCreateUser|SignUp)$/.test(operation) && ++users > mostUsers)
      throw new Problem(
        `This run was about to make more than ${mostUsers} users on a real account; it stopped at ${mostUsers}.`,
        'Check fewer tasks in one run, with --task.',
      );
    return send(command, ...rest);
  };
}

/** Every address in the call; where there is none, as when a code is sent again by user name, nobody can say whose. */
function isHarmless(operation: string, { Username, UserAttributes = [] }: Input): boolean {
  const email = UserAttributes.find(({ Name }) => Name === 'email')?.Value;
  const addresses = [email, Username].filter((text) => text?.includes('@'));
  const known = addresses.length > 0 || /^(AdminCreateUser|SignUp)$/.test(operation);
  return known && addresses.every((address) => mailboxSimulator.test(address ?? ''));
}

/** What is about to be done to a real account, and about what it costs. */
export function notice(
  { region, account, endpoint }: { region: string; account: string; endpoint?: string },
  run: OwnRun,
): string {
  return [
    `This creates one user pool in the AWS account ${account}, ${region}${endpoint ? ` (${endpoint})` : ''}, tries to sign up and to sign in, and removes the pool again.`,
    `It makes at most ${mostUsers} users and sends at most ${mostUsers} mails, all to the mailbox simulator of Amazon SES. Cognito sends 50 mails a day an account.`,
    'Cost: nothing within the 10,000 monthly active users that Cognito has free, else about 0.015 USD a user, 0.15 USD in all.',
    `Should it be killed: ${sweepLine(region, run)}`,
  ].join('\n');
}
