import type { Operation } from '../answer-shapes';
import { operationIn, type Layer } from './layer';

/** The member that an operation returns. The reader reports an answer without it. */
const member: Record<Operation, string> = {
  DescribeUserPool: 'UserPool',
  ListIdentityProviders: 'Providers',
  ListUserPoolClients: 'UserPoolClients',
  DescribeUserPoolClient: 'UserPoolClient',
  ListUsers: 'Users',
  GetUserPoolMfaConfig: 'MfaConfiguration',
  DescribeRiskConfiguration: 'RiskConfiguration',
  GetLogDeliveryConfiguration: 'LogDeliveryConfiguration',
  DescribeUserPoolDomain: 'DomainDescription',
  DescribeIdentityProvider: 'IdentityProvider',
  ListResourceServers: 'ResourceServers',
  ListGroups: 'Groups',
  AdminListGroupsForUser: 'Groups',
};

const isChecked = (operation: string): operation is Operation => Object.hasOwn(member, operation);

/**
 * Checks the types of members that the checks read. The SDK does not validate answers, and the endpoint may not be
 * Cognito. Throws CouldNotLook for a member of the wrong type.
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
