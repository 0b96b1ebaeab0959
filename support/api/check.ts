import { chosenTasks } from '../commands/check/chosen-tasks';
import { Problem } from '../common/problem';
import { openLab } from '../lab/lint/open-lab';
import type { LabResult } from '../lab/result/result';
import { runLab } from '../runner/run-lab';
import { LabSession } from '../runner/session/lab-session';
import { openTarget } from '../targets/open-target';

/** What to check. Give at most one of `snapshot`, `userPoolId` and `target`; the default is the mock. */
export interface CheckOptions {
  /** A submission: a file that `cognito-lab snapshot` wrote, or a folder of AWS CLI output. */
  snapshot?: string;
  /** An existing pool, read with the endpoint and credentials of AWS's own configuration. It is never written to. */
  userPoolId?: string;
  /** Where to create the lab's model solution: on the simulated Cognito, or on the configured endpoint. */
  target?: 'mock' | 'aws';
  /** The folder of the lab to check by (default: the lab of this package). Nothing in it is executed. */
  lab?: string;
  /** The ids of the tasks to check (default: all tasks). */
  tasks?: number[];
  /** The required name of the user pool (default: any name). */
  userPoolName?: string;
}

/**
 * Checks a pool or a submission, as `cognito-lab check` does. Failed checks and errors are in the result. Checks of
 * one process run one after another.
 *
 * @throws Problem if the options contradict each other, or if nothing can be checked: an unreadable snapshot, no
 *   region, an account that is not in LAB_ALLOWED_ACCOUNTS
 * @throws Problem that lists the remaining resources, if a pool that was created for this check could not be removed
 */
export async function check(options: CheckOptions = {}): Promise<LabResult> {
  const { snapshot, userPoolId, target, tasks, userPoolName } = options;
  const given = (['snapshot', 'userPoolId', 'target'] as const).filter((name) => options[name] !== undefined);
  if (given.length > 1)
    throw new Problem(`${given.join(' and ')} contradict each other.`, 'Give one of them, or none for the mock.');
  const lab = openLab(options.lab);
  const chosen = chosenTasks(lab.catalogue, tasks?.map(String));
  const { solution } = lab;
  const opened = await openTarget({ target: target ?? 'mock', snapshot, userPoolId, userPoolName, solution });
  const session = new LabSession(opened, { userPoolName });
  try {
    return await runLab(lab, session, { tasks: chosen });
  } finally {
    await session.close();
  }
}
