import { countCalls } from '../aws/call-log';
import { runLab } from '../engine/run-lab';
import type { Catalogue } from '../lab/catalogue';
import type { LabResult } from '../result/result';
import { openSubmission } from '../targets/snapshot';
import { LabSession, type ClassAgreement } from '../world/session';
import type { Look } from './look';

/** What a look comes to, by the same features and the same engine as `check`. It reads nothing and waits for nothing. */
export async function judge(catalogue: Catalogue, look: Look, agreement: ClassAgreement): Promise<LabResult> {
  const result = await runLab(catalogue, new LabSession(openSubmission(look.submission, look.target), agreement));
  return look.evidence === 'verified' ? { ...result, calls: countCalls(look.calls) } : result;
}
