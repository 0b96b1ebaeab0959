import type { Operation } from '../answer-shapes';
import { operationIn, type Layer } from './layer';

/** The member that an operation answers with; an answer without it is for the reader to report. */
const member: Record<Operation, string> = {
  DescribeUserPool: 'UserPool',
  ListIdentityProviders: 'Providers',
  ListUserPoolClients: 'UserPoolClients',
  DescribeUserPoolClient: 'UserPoolClient',
  ListUsers: 'Users',
};

const isChecked = (operation: string): operation is Operation => Object.hasOwn(member, operation);

/**
 * Checks the types in an endpoint's answers: whatever listens there may be no Cognito, and the SDK takes any type for
 * any. Where a member that a check reads has another type than AWS's, the call throws CouldNotLook.
 */
export const checkAnswers: Layer = {
  name: 'cognitoLabCheckAnswers',
  step: 'initialize',
  priority: 'high',
  around: (next, context) => async (args) => {
    const result = await next(args);
    const operation = operationIn(context);
    if (isChecked(operation) && (result.output as Record<string, unknown>)[member[operation]]) {
      const { answerOf } = require('../answer-shapes') as typeof import('../answer-shapes');
      answerOf(
        operation,
        result.output,
        'What the endpoint answered',
        'Check the endpoint (AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER or AWS_ENDPOINT_URL): AWS answers with other types.',
      );
    }
    return result;
  },
};
