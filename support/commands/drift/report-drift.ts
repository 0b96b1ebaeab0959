import { writeAtomic } from '../../common/files/atomic-write';
import { ExitCode } from '../../common/exit-code';
import { capabilities } from '../../terminal/capabilities';
import { writeMessage, writeReport } from '../../terminal/output';
import type { CatalogueCheck } from '../../lab/features/catalogue';
import type { Drift, DriftStatus } from './drift-result';
import { reportIn } from './drift-shard';
import { loadDriftReport, type DriftFormat } from './reports';

/** Writes the report, to a file, to the folder of a shard or to standard output, and sets the exit code. */
export function reportDrift(
  found: Drift,
  { format, checks }: { format: DriftFormat; checks: readonly CatalogueCheck[] },
  to: { file?: string; folder?: string },
): void {
  const file = to.folder === undefined ? to.file : reportIn(to.folder, format);
  const text = loadDriftReport(format)(found, {
    ...capabilities(process.stdout, file !== undefined),
    checks,
  });
  if (file === undefined) writeReport(text);
  else {
    writeAtomic(file, text);
    writeMessage(`The report is in ${file}.`);
  }
  process.exitCode = Math.max(Number(process.exitCode ?? 0), exitCodes[found.status]);
}

const exitCodes: Record<DriftStatus, number> = {
  same: ExitCode.success,
  drift: ExitCode.failure,
  error: ExitCode.error,
};
