import { countCalls } from '../../aws/middleware/call-log';
import { runLab } from '../../runner/run-lab';
import type { Lab } from '../../lab/lab-folder';
import type { LabResult } from '../../lab/result/result';
import { openSubmission } from '../../targets/snapshot-target';
import { LabSession, type ClassAgreement } from '../../runner/session/lab-session';
import type { Evidence } from './evidence';

/**
 * Judges the evidence by the same features and the same engine as `check`. It reads nothing and waits for
 * nothing.
 *
 * @param onProgress called whenever a check of this learner begins
 */
export async function judge(
  lab: Lab,
  evidence: Evidence,
  agreement: ClassAgreement,
  onProgress?: () => void,
): Promise<LabResult> {
  const session = new LabSession(openSubmission(evidence.submission, evidence.target), agreement);
  const result = await runLab(lab, session, { onProgress });
  return evidence.evidence === 'verified' ? { ...result, calls: countCalls(evidence.calls) } : result;
}
