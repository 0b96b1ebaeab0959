import { CouldNotLook } from '../aws/could-not-look';
import { Problem } from '../problem';
import { readJson } from './read-json';
import { SNAPSHOT_SCHEMA, snapshotOf, type Operation, type Snapshot } from './schema';
import type { Answers } from './submission';

/** The one-file form of a submission. */
export class SnapshotAnswers implements Answers {
  constructor(private readonly snapshot: Snapshot) {}

  read(operation: Operation, clientId?: string): Record<string, unknown> {
    const { answers, failures } = this.snapshot;
    const failure = failures[operation];
    if (failure) throw new CouldNotLook(`When the snapshot was taken: ${failure.reason}`, failure.remedy ?? again);
    const answer =
      operation === 'DescribeUserPoolClient'
        ? answers.DescribeUserPoolClient?.find(({ UserPoolClient }) => UserPoolClient.ClientId === clientId)
        : answers[operation];
    if (!answer) throw new CouldNotLook(`The snapshot has no answer of ${operation}.`, again);
    return answer;
  }
}

const again = 'Take it again with "cognito-lab snapshot".';

/** @throws Problem for a file that is no snapshot of a form that is known */
export function readSnapshot(path: string): Snapshot {
  const value = readJson(path, path);
  const { schema } = (value ?? {}) as Partial<Snapshot>;
  if (schema !== SNAPSHOT_SCHEMA)
    throw new Problem(
      typeof schema === 'string'
        ? `${path} is of the schema ${JSON.stringify(schema)}; this version reads ${SNAPSHOT_SCHEMA}.`
        : `${path} is not a snapshot: it has no "schema": "${SNAPSHOT_SCHEMA}".`,
      'Take it again with "cognito-lab snapshot", or hand in a folder of AWS CLI output (README, "Hand in").',
    );
  return snapshotOf(value, path);
}
