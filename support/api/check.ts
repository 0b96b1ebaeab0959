import { chosenTasks } from '../commands/check/chosen-tasks';
import { Problem } from '../common/problem';
import { readFeatures } from '../lab/features/read-features';
import type { LabResult } from '../lab/result/result';
import { runLab } from '../runner/run-lab';
import { LabSession } from '../runner/session/lab-session';
import { openTarget } from '../targets/open-target';

/** What to check. At most one of `snapshot`, `userPoolId` and `target` is given; without any it is the mock. */
export interface CheckOptions {
  /** A submission: a file that `cognito-lab snapshot` wrote, or a folder of AWS CLI output. */
  snapshot?: string;
  /** A pool that exists, on the endpoint and with the credentials of AWS's own configuration; it is only read. */
  userPoolId?: string;
  /** Where to play the lab's model solution: on the simulated Cognito, or on the configured endpoint. */
  target?: 'mock' | 'aws';
  /** The ids of the tasks to check; all of them where it is left out. */
  tasks?: number[];
  /** The name that the user pool is to have; any name is right where it is left out. */
  userPoolName?: string;
}

/**
 * Checks a pool, or a saved one, as `cognito-lab check` does. What is wrong with the pool, and what could not be looked
 * at, is in the result. Checks of one process run one after another.
 *
 * @throws Problem for options that contradict each other, and where there is nothing to check: a snapshot that cannot
 *   be read, no region, an account that LAB_ALLOWED_ACCOUNTS does not name
 * @throws Problem that says what is left, where a pool made for this check could not be removed
 */
export async function check(options: CheckOptions = {}): Promise<LabResult> {
  const { snapshot, userPoolId, target, tasks, userPoolName } = options;
  const given = (['snapshot', 'userPoolId', 'target'] as const).filter((name) => options[name] !== undefined);
  if (given.length > 1)
    throw new Problem(`${given.join(' and ')} contradict each other.`, 'Give one of them, or none for the mock.');
  const catalogue = readFeatures();
  const chosen = chosenTasks(catalogue, tasks?.map(String));
  const opened = await openTarget({ target: target ?? 'mock', snapshot, userPoolId, userPoolName });
  const session = new LabSession(opened, { userPoolName });
  try {
    return await runLab(catalogue, session, { tasks: chosen });
  } finally {
    await session.close();
  }
}
