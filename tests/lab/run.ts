import { readLab } from '../../support/lab/lab-folder';
import { runLab, type RunOptions } from '../../support/runner/run-lab';
import { planOf } from '../../support/lab/solution/choices';
import type { Solution } from '../../support/lab/solution/solution';
import type { CheckStatus, LabResult } from '../../support/lab/result/result';
import { simulate } from '../../support/targets/mock/simulate';
import type { Target } from '../../support/targets/target';
import { LabSession, type ClassAgreement } from '../../support/runner/session/lab-session';

const lab = readLab();

/** Runs the lab against a target, as `check` does. */
export async function runOn(
  target: Target,
  agreement: ClassAgreement = {},
  options: RunOptions = {},
): Promise<LabResult> {
  const session = new LabSession(target, agreement);
  try {
    return await runLab(lab, session, options);
  } finally {
    await session.close();
  }
}

/** Plays a learner on the mock. */
export const runLearner = (
  solution: Solution,
  agreement: ClassAgreement = {},
  options?: RunOptions,
): Promise<LabResult> => runOn(simulate(planOf(solution, agreement.userPoolName)), agreement, options);

/** The model solution with some choices of one task made otherwise; `undefined` leaves a choice out. */
export function solutionWith(task: number, choices: Record<string, unknown>): Solution {
  const { tasks } = lab.solution;
  return {
    tasks: tasks.map((made) =>
      made.id === task
        ? {
            id: task,
            choices: Object.fromEntries(
              Object.entries({ ...made.choices, ...choices }).filter(([, value]) => value !== undefined),
            ),
          }
        : made,
    ),
  };
}

/** The ids of the checks that came to a status. */
export const idsOf = ({ tasks }: LabResult, status: CheckStatus): string[] =>
  tasks.flatMap(({ checks }) => checks.filter((check) => check.status === status).map(({ id }) => id));
