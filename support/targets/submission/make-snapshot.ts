import { accountOfArn } from '../../common/aws-names';
import { version } from '../../common/version';
import { digestOf } from '../../common/json/digest';
import type { CollectedAnswers } from './collect-answers';
import { SNAPSHOT_SCHEMA, type Snapshot } from './snapshot-schema';

const note =
  'Self-reported: the learner took this snapshot with their own credentials. The digest shows damage, not fraud: anyone can compute it.';

/**
 * Creates a snapshot, the file that a learner hands in.
 *
 * @param takenAt when the pool was read
 */
export function makeSnapshot(
  { answers, failures }: CollectedAnswers,
  { userPoolId, region, takenAt }: { userPoolId: string; region?: string; takenAt: Date },
): Snapshot {
  const account = accountOfArn(answers.DescribeUserPool?.UserPool.Arn);
  const content = {
    schema: SNAPSHOT_SCHEMA,
    note,
    takenAt: takenAt.toISOString(),
    version,
    userPoolId,
    ...(region && { region }),
    ...(account && { account }),
    answers,
    failures,
  } as const;
  return { ...content, digest: digestOf(content) };
}
