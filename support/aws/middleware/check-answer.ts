import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Operation } from '../answer-shapes';
import { operationOf, type Sendable } from './call-log';

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
 * Has a client look at what comes from its endpoint before anybody else does: whatever listens there may be no Cognito,
 * and the SDK takes any type for any. From then on its calls throw CouldNotLook where a member that a check looks at is
 * of another type than AWS's.
 */
export function checkAnswers(client: CognitoIdentityProviderClient): void {
  const sendable = client as unknown as Sendable;
  const send = sendable.send.bind(client);
  sendable.send = async (command, ...options) => {
    const answer = await send(command, ...options);
    check(operationOf(command), answer);
    return answer;
  };
}

function check(operation: string, answer: object): void {
  if (!isLookedAt(operation) || !(answer as Record<string, unknown>)[member[operation]]) return;
  const { answerOf } = require('../answer-shapes') as typeof import('../answer-shapes');
  answerOf(
    operation,
    answer,
    'What the endpoint answered',
    'Check the endpoint (AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER or AWS_ENDPOINT_URL): AWS answers with other types.',
  );
}
