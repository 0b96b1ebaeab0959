import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { operationOf, type Sendable } from '../aws/middleware/call-log';
import { maskAccount } from '../common/text/mask';
import type { TargetDescription } from '../lab/result/result';
import { openSubmissionAt } from './submission/open-submission';
import type { Submission } from './submission/submission';
import { ExistingPool } from './existing-pool';
import type { Target } from './target';

/**
 * A submission, in either form. The SDK's client answers out of it; what is not in it
 * cannot be looked at.
 *
 * @throws Problem for a path with nothing in it that could be a submission
 */
export const openSnapshot = (path: string): Target => openSubmission(openSubmissionAt(path).submission);

/** @param description instead of what the submission says of itself: the pool was read just now, by us */
export function openSubmission(submission: Submission, description?: TargetDescription): Target {
  const { userPoolId, arn } = submission.identity();
  const [, , , region, account = ''] = arn?.split(':') ?? [];
  const client = new CognitoIdentityProviderClient({ region: region ?? 'us-east-1' });
  // No request is ever built: what would be sent is answered out of the submission.
  (client as unknown as Sendable).send = async (command) =>
    submission.answer(operationOf(command), (command as { input: object }).input);
  const self = {
    kind: 'snapshot',
    ...(region && { region }),
    ...(account && { account: maskAccount(account) }),
  } as const;
  return new ExistingPool(client, { userPoolId, ...(description ?? self) }, {});
}
