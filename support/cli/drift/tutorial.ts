import { keepUnknown } from '../../aws/keep-unknown';
import { leavingDefaults, readDefaults } from '../../drift/defaults';
import type { PoolDrift } from '../../drift/drift';
import type { LookOptions } from '../../drift/look';
import { tutorial } from '../../drift/tutorial';
import { planOf } from '../../learner/choices';
import { readSolution } from '../../learner/solution';
import { openTarget } from '../../targets/open';
import { LabSession } from '../../world/session';
import { ExitCode } from '../exit-code';
import { Interrupts } from '../interrupts';
import { leave } from '../leave';
import { Progress } from '../progress';

/**
 * `drift --tutorial`: makes the lab on the configured endpoint, under the same guard as `check --target aws`, and
 * removes it again whatever comes in between.
 *
 * @returns undefined where it was interrupted
 */
export async function onTutorial({ catalogue, previous, now }: LookOptions): Promise<PoolDrift | undefined> {
  const solution = leavingDefaults(readSolution());
  const target = await openTarget({ target: 'aws', solution });
  keepUnknown(target.client);
  if (target.notice !== undefined) process.stderr.write(`${target.notice}\n`);
  const session = new LabSession(target);
  const interrupts = new Interrupts(session);
  const progress = new Progress(process.stderr);
  let clean: boolean;
  try {
    const found = await tutorial(session, {
      catalogue,
      plan: planOf(solution),
      defaults: readDefaults(),
      previous,
      now,
      onProgress: progress.show,
    });
    if (!interrupts.happened) return found;
  } finally {
    progress.clear();
    clean = await leave(session);
    interrupts.over();
  }
  process.stderr.write(
    `cognito-lab: interrupted; nothing was compared${clean ? ', and nothing of it is left' : ''}.\n`,
  );
  process.exitCode = ExitCode.couldNotLook;
  return undefined;
}
