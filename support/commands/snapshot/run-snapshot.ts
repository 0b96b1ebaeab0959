import { needsOf } from '../../lab/phrases/needs';
import { openLab } from '../../lab/lint/open-lab';
import { PoolReader } from '../../aws/pool/pool-reader';
import { commandLine } from '../../common/command-line';
import { Problem } from '../../common/problem';
import { checkWritable, writeAtomic } from '../../common/files/atomic-write';
import { collectAnswers } from '../../targets/submission/collect-answers';
import type { Snapshot } from '../../targets/submission/snapshot-schema';
import { makeSnapshot } from '../../targets/submission/make-snapshot';
import { attachPool } from '../../aws/attach-pool';
import { ExitCode } from '../../common/exit-code';
import { writeMessage } from '../../terminal/output';

/** The options of `snapshot`, as parsed by Commander. */
export interface SnapshotFlags {
  lab?: string;
  userPoolId: string;
  output: string;
}

/**
 * `cognito-lab snapshot`: reads the pool, writes the file, and prints what to do with it.
 *
 * @throws Problem if nothing of the pool could be read; no file is written then
 */
export async function snapshot({ userPoolId: given, output, lab: folder }: SnapshotFlags): Promise<void> {
  checkWritable(output);
  const { clientNames, catalogue } = openLab(folder);
  const { client, place, userPoolId, note } = await attachPool(given);
  if (note !== undefined) writeMessage(note);
  const takenAt = new Date();
  const reader = new PoolReader(client, userPoolId, place);
  const collected = await collectAnswers(reader, clientNames, needsOf(catalogue));
  const failures = Object.entries(collected.failures);
  const [first] = failures;
  // Without the list of app clients, none is described. That is not a separate failure.
  const { DescribeUserPoolClient: _, ...answers } = collected.answers;
  if (first && Object.keys(answers).length === 0) throw new Problem(first[1].reason, first[1].remedy);
  const taken = makeSnapshot(collected, { userPoolId, region: place.region, takenAt });
  writeAtomic(output, `${JSON.stringify(taken, null, 2)}\n`);
  writeMessage(report(output, collected.failures));
  process.exitCode = failures.length ? ExitCode.error : ExitCode.success;
}

function report(output: string, failures: Snapshot['failures']): string {
  const unread = Object.entries(failures).map(
    ([operation, { reason, remedy }]) => `  ${operation}: ${reason}${remedy ? `\n    ${remedy}` : ''}`,
  );
  return [
    `The snapshot is in ${output}. No secret is in it, and names, addresses and the account are masked.`,
    `See how it will be checked: ${commandLine('check', '--snapshot', output)}`,
    unread.length
      ? `It is not complete; what follows could not be read. Put it right and take it again:\n${unread.join('\n')}`
      : 'Then hand it in as it is. It is self-reported: the digest in it shows damage, not who made it.',
  ].join('\n');
}
