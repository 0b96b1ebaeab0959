import type { Operation } from './answer-shapes';

/** The member that an operation answers with; without it there is no answer, which is for the reader to say. */
const member: Record<Operation, string> = {
  DescribeUserPool: 'UserPool',
  ListIdentityProviders: 'Providers',
  ListUserPoolClients: 'UserPoolClients',
  DescribeUserPoolClient: 'UserPoolClient',
  ListUsers: 'Users',
};

const isLookedAt = (operation: string): operation is Operation => Object.hasOwn(member, operation);

/**
 * Looks at what came from an endpoint: whatever listens there may be no Cognito, and the SDK takes any type for any.
 *
 * @throws CouldNotLook where a member that a check looks at is of another type than AWS's
 */
export function checkAnswer(operation: string, answer: object): void {
  if (!isLookedAt(operation) || !(answer as Record<string, unknown>)[member[operation]]) return;
  const { answerOf } = require('./answer-shapes') as typeof import('./answer-shapes');
  answerOf(
    operation,
    answer,
    'What the endpoint answered',
    'Check the endpoint (AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER or AWS_ENDPOINT_URL): AWS answers with other types.',
  );
}
