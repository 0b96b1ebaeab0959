import type { Lab } from '../../../lab/lab-folder';
import type { CheckStatus, LabResult } from '../../../lab/result/result';
import { planOf } from '../../../lab/solution/choices';
import type { Solution } from '../../../lab/solution/solution';
import { runLab, type RunOptions } from '../../../runner/run-lab';
import { LabSession } from '../../../runner/session/lab-session';
import { simulate } from '../../../targets/mock/simulate';
import type { Target } from '../../../targets/target';

/** What a target comes to. */
export async function judgeTarget(lab: Lab, target: Target, options: RunOptions = {}): Promise<LabResult> {
  const session = new LabSession(target);
  try {
    return await runLab(lab, session, options);
  } finally {
    await session.close();
  }
}

/** What choices come to, played on the mock. */
export const judge = (lab: Lab, solution: Solution, options?: RunOptions): Promise<LabResult> =>
  judgeTarget(lab, simulate(planOf(solution)), options);

/** The ids of the checks of a status, in the order of the lab. */
export const idsOf = ({ tasks }: LabResult, status: CheckStatus): string[] =>
  tasks.flatMap(({ checks }) => checks.flatMap((check) => (check.status === status ? [check.id] : [])));

/** Each check's status, by its id. */
export const statusesOf = ({ tasks }: LabResult): Record<string, CheckStatus> =>
  Object.fromEntries(tasks.flatMap(({ checks }) => checks.map(({ id, status }) => [id, status])));
