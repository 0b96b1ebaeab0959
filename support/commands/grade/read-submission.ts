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
import { lookAtNothing, type Look } from './evidence';

type Handed = Extract<Source, { kind: 'submission' }>;

/** What a learner handed in, if it is of the pool and the account that the roster has the learner down for. */
export function lookAtSubmission({ path, userPoolId, accountId }: Handed): Look {
  const look = read(path);
  const says = look.submission.identity();
  const account = accountOfArn(says.arn);
  const strange =
    userPoolId !== undefined && says.userPoolId !== unknownPool && says.userPoolId !== userPoolId
      ? [`the user pool ${says.userPoolId}`, userPoolId]
      : accountId !== undefined && account && maskAccount(account) !== maskAccount(accountId)
        ? [`the account ${maskAccount(account)}`, maskAccount(accountId)]
        : undefined;
  if (!strange) return look;
  const message = `What was handed in is of ${strange[0]}, but the roster names ${strange[1]}.`;
  return lookAtNothing({ message, remedy: 'Ask whose it is before you grade it.' }, look.evidence, {
    takenAt: look.takenAt,
  });
}

/** It is the learner's own word, whatever form it has. */
function read(path: string): Look {
  const evidence = 'self-reported';
  // Where it is on the instructor's machine is no business of the learner's, who gets to read the reason.
  const name = shorten(oneLine(basename(path)), 100);
  try {
    const { submission, facts } = openSubmissionAt(path, name, false);
    return { submission, evidence, calls: [], ...facts() };
  } catch (error) {
    const why = error instanceof Problem ? error : unreadable(name, error as NodeJS.ErrnoException);
    return lookAtNothing(why, evidence, { takenAt: fileDate(path) });
  }
}

/** Whatever is in the way of reading one submission is in the way of that one alone. */
const unreadable = (name: string, { code, message }: NodeJS.ErrnoException): { message: string; remedy: string } => ({
  message: `The submission ${name} cannot be read (${code ?? message}).`,
  remedy: 'Check that it is still there and that you may read it, then run again with --resume.',
});

/** When it was written, if it is there and JavaScript has a date for it. */
function fileDate(path: string): string | undefined {
  try {
    return isoDate(lstatSync(path).mtimeMs);
  } catch {
    return undefined;
  }
}
