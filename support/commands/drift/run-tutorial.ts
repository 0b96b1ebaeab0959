import { withoutDefaults, readDefaults } from './recorded-defaults';
import type { PoolDrift } from './drift-result';
import type { CheckPoolOptions } from './check-pool';
import { checkTutorial } from './check-tutorial';
import { planOf } from '../../lab/solution/choices';
import { openTarget } from '../../targets/open-target';
import { LabSession } from '../../runner/session/lab-session';
import { ExitCode } from '../../common/exit-code';
import { Interrupts } from '../../runner/interrupts';
import { closeSession } from '../../runner/close-session';
import { Progress } from '../../terminal/progress';
import { writeMessage } from '../../terminal/output';

/**
 * `drift --tutorial`: creates the lab's pool on the configured endpoint, with the same account check as `check
 * --target aws`, and always removes it.
 *
 * @returns undefined if the run was interrupted
 */
export async function runTutorial({ lab, previous, now }: CheckPoolOptions): Promise<PoolDrift | undefined> {
  const solution = withoutDefaults(lab.solution);
  const target = await openTarget({ target: 'aws', solution, unknownMembers: true });
  if (target.notice !== undefined) writeMessage(target.notice);
  const session = new LabSession(target);
  const interrupts = new Interrupts(session);
  const progress = new Progress(process.stderr);
  let clean: boolean;
  try {
    const found = await checkTutorial(session, {
      lab,
      plan: planOf(solution),
      defaults: readDefaults(),
      previous,
      now,
      onProgress: progress.show,
    });
    if (!interrupts.happened) return found;
  } finally {
    progress.clear();
    clean = await closeSession(session);
    interrupts.over();
  }
  writeMessage(`cognito-lab: interrupted; nothing was compared${clean ? ', and nothing of it is left' : ''}.`);
  process.exitCode = ExitCode.error;
  return undefined;
}
