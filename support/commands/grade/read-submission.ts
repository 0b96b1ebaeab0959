import { lstatSync } from 'node:fs';
import { basename } from 'node:path';
import { isoDate } from '../../common/iso-date';
import { accountOfArn } from '../../common/aws-names';
import { maskAccount } from '../../common/text/mask';
import { oneLine } from '../../common/text/plain-text';
import { shorten } from '../../common/text/shorten';
import { Problem } from '../../common/problem';
import { openSubmissionAt } from '../../targets/submission/open-submission';
import { unknownPool } from '../../targets/submission/submission';
import type { Source } from './inputs/entry';
import { noEvidence, type Evidence, type Origin, type Reason } from './evidence';

type Submitted = Extract<Source, { kind: 'submission' }>;

/** Reads a submission, and refuses it if it is of another pool or account than the roster names for the learner. */
export function submissionEvidence({ path, userPoolId, accountId }: Submitted): Evidence {
  const evidence = read(path);
  const says = evidence.submission.identity();
  const account = accountOfArn(says.arn);
  const other =
    userPoolId !== undefined && says.userPoolId !== unknownPool && says.userPoolId !== userPoolId
      ? [`the user pool ${says.userPoolId}`, userPoolId]
      : accountId !== undefined && account && maskAccount(account) !== maskAccount(accountId)
        ? [`the account ${maskAccount(account)}`, maskAccount(accountId)]
        : undefined;
  if (!other) return evidence;
  const message = `The submission is of ${other[0]}, but the roster names ${other[1]}.`;
  return noEvidence({ message, remedy: 'Ask whose it is before you grade it.' }, selfReported(evidence.takenAt));
}

const selfReported = (takenAt?: string): Origin => ({ evidence: 'self-reported', calls: [], takenAt });

function read(path: string): Evidence {
  // The reason is shown to the learner: it names no folder of the instructor's machine.
  const name = shorten(oneLine(basename(path)), 100);
  try {
    const { submission, facts } = openSubmissionAt(path, name, false);
    return { ...selfReported(), ...facts(), submission };
  } catch (error) {
    const why = error instanceof Problem ? error : unreadable(name, error as NodeJS.ErrnoException);
    return noEvidence(why, selfReported(fileDate(path)));
  }
}

const unreadable = (name: string, { code, message }: NodeJS.ErrnoException): Reason => ({
  message: `The submission ${name} cannot be read (${code ?? message}).`,
  remedy: 'Check that it is still there and that you may read it, then run again with --resume.',
});

/** The modification date of the file, if it exists and JavaScript can represent it. */
function fileDate(path: string): string | undefined {
  try {
    return isoDate(lstatSync(path).mtimeMs);
  } catch {
    return undefined;
  }
}
