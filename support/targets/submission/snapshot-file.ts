import type { Operation } from '../../aws/answer-shapes';
import { CouldNotLook } from '../../common/could-not-look';
import { Problem } from '../../common/problem';
import { digestOf } from '../../common/json/digest';
import { readJson } from '../../common/json/read-json';
import { oneLine } from '../../common/text/plain-text';
import { quote } from '../../common/text/shorten';
import { submissionLimits } from './cli-folder';
import { SNAPSHOT_SCHEMA, snapshotOf, type Snapshot } from './snapshot-schema';
import { wrappers } from '../../lab/settings';
import { keyOf } from './keyed-answers';
import { alwaysKept } from './redact-answers';
import type { Answers } from './submission';

/** The answers of a snapshot file, or those that were collected just now. */
export class SnapshotAnswers implements Answers {
  /** @param when precedes the reason of a failure */
  constructor(
    private readonly snapshot: Pick<Snapshot, 'answers' | 'failures'>,
    private readonly when = 'When the snapshot was taken: ',
  ) {}

  read(operation: Operation, key?: string): Record<string, unknown> {
    const { answers, failures } = this.snapshot;
    const failure = failures[operation];
    if (failure) throw new CouldNotLook(oneLine(`${this.when}${failure.reason}`), oneLine(failure.remedy ?? again));
    const all = answers[operation];
    const answer = Array.isArray(all) ? all.find((each) => keyOf(operation, each) === key) : all;
    if (!answer) throw new CouldNotLook(`The snapshot has no answer of ${operation}.`, again);
    return withKept(operation, answer);
  }
}

/** Notes in an answer which members a snapshot keeps of it, so that no other is taken for one that AWS left out. */
function withKept(operation: Operation, answer: Record<string, unknown>): Record<string, unknown> {
  const always = alwaysKept[operation];
  const wrapper = wrappers[operation];
  const inner = answer[wrapper];
  if (!always || typeof inner !== 'object' || inner === null) return answer;
  const { Kept = [] } = inner as { Kept?: unknown };
  return { ...answer, [wrapper]: { ...inner, Kept: [...always, ...(Array.isArray(Kept) ? (Kept as unknown[]) : [])] } };
}

const again = 'Take it again with "cognito-lab snapshot".';

/**
 * Reads a snapshot file. Its digest detects damage, such as an accidental edit or truncation. It cannot detect fraud,
 * because anyone can recompute it.
 *
 * @param name the name of the file in messages
 * @throws Problem if it is no snapshot, its schema is unknown, or its digest does not match
 */
export function readSnapshot(path: string, name = path, followLinks = true): Snapshot {
  const value = readJson(path, { name, most: submissionLimits.file, followLinks });
  const { schema } = (value ?? {}) as Partial<Snapshot>;
  if (schema !== SNAPSHOT_SCHEMA)
    throw new Problem(
      typeof schema === 'string'
        ? `${name} is of the schema ${quote(schema)}; this version reads ${SNAPSHOT_SCHEMA}.`
        : `${name} is not a snapshot: it has no "schema": "${SNAPSHOT_SCHEMA}".`,
      'Take it again with "cognito-lab snapshot", or hand in a folder of AWS CLI output (docs/learners.md, "Hand in").',
    );
  const snapshot = snapshotOf(value, name);
  if (snapshot.digest !== digestOf(snapshot))
    throw new CouldNotLook(
      `${name} is damaged: its digest is not that of its content.`,
      'Take it again with "cognito-lab snapshot" and leave it as it is.',
      true,
    );
  const { Id } = snapshot.answers.DescribeUserPool?.UserPool ?? {};
  if (Id !== undefined && Id !== snapshot.userPoolId)
    throw new CouldNotLook(
      `${name} says that it is of the user pool ${quote(snapshot.userPoolId)}, but the answers in it are of ${quote(Id)}.`,
      'Take it again with "cognito-lab snapshot" and leave it as it is.',
      true,
    );
  return snapshot;
}
