import type { Operation } from '../../aws/answer-shapes';
import { CouldNotLook } from '../../common/could-not-look';
import { Problem } from '../../common/problem';
import { digestOf } from '../../common/json/digest';
import { readJson } from '../../common/json/read-json';
import { SNAPSHOT_SCHEMA, snapshotOf, type Snapshot } from './snapshot-schema';
import type { Answers } from './submission';

/** The one-file form of a submission, or a picture that was taken just now. */
export class SnapshotAnswers implements Answers {
  /** @param when said before the reason of a failure */
  constructor(
    private readonly snapshot: Pick<Snapshot, 'answers' | 'failures'>,
    private readonly when = 'When the snapshot was taken: ',
  ) {}

  read(operation: Operation, clientId?: string): Record<string, unknown> {
    const { answers, failures } = this.snapshot;
    const failure = failures[operation];
    if (failure) throw new CouldNotLook(`${this.when}${failure.reason}`, failure.remedy ?? again);
    const answer =
      operation === 'DescribeUserPoolClient'
        ? answers.DescribeUserPoolClient?.find(({ UserPoolClient }) => UserPoolClient.ClientId === clientId)
        : answers[operation];
    if (!answer) throw new CouldNotLook(`The snapshot has no answer of ${operation}.`, again);
    return answer;
  }
}

const again = 'Take it again with "cognito-lab snapshot".';

/**
 * @param name what to call it in messages
 * @throws Problem for a file that is no snapshot of a form that is known, or that is not as it was taken
 */
export function readSnapshot(path: string, name = path): Snapshot {
  const value = readJson(path, name);
  const { schema } = (value ?? {}) as Partial<Snapshot>;
  if (schema !== SNAPSHOT_SCHEMA)
    throw new Problem(
      typeof schema === 'string'
        ? `${name} is of the schema ${JSON.stringify(schema)}; this version reads ${SNAPSHOT_SCHEMA}.`
        : `${name} is not a snapshot: it has no "schema": "${SNAPSHOT_SCHEMA}".`,
      'Take it again with "cognito-lab snapshot", or hand in a folder of AWS CLI output (README, "Hand in").',
    );
  const snapshot = snapshotOf(value, name);
  if (snapshot.digest !== digestOf(snapshot))
    throw new CouldNotLook(
      `${name} was changed after it was taken: its digest is not that of its content.`,
      'Take it again with "cognito-lab snapshot" and leave it as it is.',
      true,
    );
  const { Id } = snapshot.answers.DescribeUserPool?.UserPool ?? {};
  if (Id !== undefined && Id !== snapshot.userPoolId)
    throw new CouldNotLook(
      `${name} says that it is of the user pool ${snapshot.userPoolId}, but the answers in it are of ${Id}.`,
      'Take it again with "cognito-lab snapshot" and leave it as it is.',
      true,
    );
  return snapshot;
}
