import { createAnsweredClient } from '../aws/client';
import type { Call } from '../aws/middleware/call-log';
import { parseArn } from '../common/aws-names';
import { maskAccount } from '../common/text/mask';
import type { TargetDescription } from '../lab/result/result';
import { ExistingPool } from './existing-pool';
import { openSubmissionAt } from './submission/open-submission';
import type { Submission } from './submission/submission';
import type { Target } from './target';

/**
 * A submission in either form. The client answers from it; what is not in it cannot be read.
 *
 * @throws Problem if nothing at the path can be a submission
 */
export const openSnapshot = (path: string): Target => openSubmission(openSubmissionAt(path).submission);

/** @param description replaces the submission's own description, for a pool that was read just now */
export function openSubmission(submission: Submission, description?: TargetDescription): Target {
  const { userPoolId, arn } = submission.identity();
  const { region, account } = parseArn(arn) ?? {};
  const calls: Call[] = [];
  const answer = async (operation: string, input: object): Promise<object> => submission.answer(operation, input);
  const client = createAnsweredClient(answer, { calls, readOnly: true });
  const self = {
    kind: 'snapshot',
    ...(region && { region }),
    ...(account && { account: maskAccount(account) }),
  } as const;
  return new ExistingPool({ client, calls, place: {} }, { userPoolId, ...(description ?? self) });
}
