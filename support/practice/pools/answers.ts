import {
  DescribeRiskConfigurationCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  GetLogDeliveryConfigurationCommand,
  GetUserPoolMfaConfigCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Members, ReadOperation } from '../../lab/settings';

/** What AWS answers about a pool or an app client, by operation, each after its wrapper. */
export type Answers = Partial<Record<ReadOperation, Members>>;

/** Reads what some settings are read by. @throws the error of the SDK */
export async function readAnswers(
  client: CognitoIdentityProviderClient,
  operations: Iterable<ReadOperation>,
  ids: { UserPoolId: string; ClientId?: string },
): Promise<Answers> {
  const answers: Answers = {};
  for (const operation of new Set(operations)) answers[operation] = await read(client, operation, ids);
  return answers;
}

async function read(
  client: CognitoIdentityProviderClient,
  operation: ReadOperation,
  { UserPoolId, ClientId }: { UserPoolId: string; ClientId?: string },
): Promise<Members> {
  const pool = { UserPoolId };
  switch (operation) {
    case 'DescribeUserPool':
      return membersOf((await client.send(new DescribeUserPoolCommand(pool))).UserPool);
    case 'GetUserPoolMfaConfig': {
      const { $metadata: _, ...config } = await client.send(new GetUserPoolMfaConfigCommand(pool));
      return membersOf(config);
    }
    case 'DescribeRiskConfiguration':
      return membersOf((await client.send(new DescribeRiskConfigurationCommand(pool))).RiskConfiguration);
    case 'GetLogDeliveryConfiguration':
      return membersOf((await client.send(new GetLogDeliveryConfigurationCommand(pool))).LogDeliveryConfiguration);
    case 'DescribeUserPoolClient':
      return membersOf((await client.send(new DescribeUserPoolClientCommand({ ...pool, ClientId }))).UserPoolClient);
    default:
      throw new Error(`No page reads ${operation}.`);
  }
}

const membersOf = (answer: object | undefined): Members => ({ ...answer });
