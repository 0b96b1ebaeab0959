import { countCalls } from '../../aws/middleware/call-log';
import { runLab } from '../../runner/run-lab';
import type { Catalogue } from '../../lab/features/catalogue';
import type { LabResult } from '../../lab/result/result';
import { openSubmission } from '../../targets/snapshot-target';
import { LabSession, type ClassAgreement } from '../../runner/session/lab-session';
import type { Look } from './evidence';

/** What a look comes to, by the same features and the same engine as `check`. It reads nothing and waits for nothing. */
export async function judge(catalogue: Catalogue, look: Look, agreement: ClassAgreement): Promise<LabResult> {
  const result = await runLab(catalogue, new LabSession(openSubmission(look.submission, look.target), agreement));
  return look.evidence === 'verified' ? { ...result, calls: countCalls(look.calls) } : result;
}
