import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { maskAccount } from '../aws/mask';
import { readSubmission } from '../submission/read';
import { ExistingPool } from './existing';
import { answerWith } from './mock-client';
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
  const client = answerWith(
    new CognitoIdentityProviderClient({
      region: region ?? 'us-east-1',
      credentials: { accessKeyId: 'snapshot', secretAccessKey: 'snapshot' },
    }),
    async (operation, input) => submission.answer(operation, input as Record<string, unknown>),
  );
  return new ExistingPool(
    client,
    { kind: 'snapshot', userPoolId, ...(region && { region }), ...(account && { account: maskAccount(account) }) },
    {},
  );
}
