import { runLab } from '../../support/runner/run-lab';
import type { Catalogue } from '../../support/lab/features/catalogue';
import { readFeatures } from '../../support/lab/features/read-features';
import type { LabResult } from '../../support/lab/result/result';
import type { Target } from '../../support/targets/target';
import { LabSession, type ClassAgreement } from '../../support/runner/session/lab-session';

/** The features that a mutant is looked at with. */
export interface Lab {
  catalogue: Catalogue;
  /** Paths of the feature files, where they are not the lab's own. */
  features?: string;
  /** The only task to look at. */
  task?: number;
}

/** The lab as it is. */
export const ownLab = (): Lab => ({ catalogue: readFeatures() });

/** Looks at a target as `check` does, and leaves nothing. */
export async function look(
  target: Target,
  { catalogue, features, task }: Lab,
  agreement: ClassAgreement = {},
): Promise<LabResult> {
  const session = new LabSession(target, agreement);
  try {
    return await runLab(catalogue, session, { features, ...(task !== undefined && { tasks: [task] }) });
  } finally {
    await session.close();
  }
}
