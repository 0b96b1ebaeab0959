import { readLab, type Lab as WholeLab } from '../../support/lab/lab-folder';
import { runLab } from '../../support/runner/run-lab';
import type { LabResult } from '../../support/lab/result/result';
import type { Target } from '../../support/targets/target';
import { LabSession, type ClassAgreement } from '../../support/runner/session/lab-session';

/** The features that a mutant is looked at with. */
export interface Lab {
  lab: WholeLab;
  /** The only task to look at. */
  task?: number;
}

/** The lab as it is. */
export const ownLab = (): Lab => ({ lab: readLab() });

/** Looks at a target as `check` does, and leaves nothing. */
export async function look(target: Target, { lab, task }: Lab, agreement: ClassAgreement = {}): Promise<LabResult> {
  const session = new LabSession(target, agreement);
  try {
    return await runLab(lab, session, task === undefined ? {} : { tasks: [task] });
  } finally {
    await session.close();
  }
}
