import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { operationOf, type Sendable } from '../aws/call-log';
import { maskAccount } from '../aws/mask';
import { readSubmission } from '../submission/read';
import { ExistingPool } from './existing';
import type { Target } from './target';

/**
 * A saved picture of a pool, in either form of a submission. The SDK's client answers out of it; what is not in it
 * cannot be looked at.
 *
 * @throws Problem for a path with nothing in it that could be a submission
 */
export function openSnapshot(path: string): Target {
  const submission = readSubmission(path);
  const { userPoolId, arn } = submission.identity();
  const [, , , region, account = ''] = arn?.split(':') ?? [];
  const client = new CognitoIdentityProviderClient({ region: region ?? 'us-east-1' });
  // No request is ever built: what would be sent is answered out of the submission.
  (client as unknown as Sendable).send = async (command) =>
    submission.answer(operationOf(command), (command as { input: object }).input);
  return new ExistingPool(
    client,
    { kind: 'snapshot', userPoolId, ...(region && { region }), ...(account && { account: maskAccount(account) }) },
    {},
  );
}
