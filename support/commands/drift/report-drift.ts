import { writeAtomic } from '../../common/files/atomic-write';
import { ExitCode } from '../../common/exit-code';
import { capabilities } from '../../terminal/capabilities';
import { writeMessage, writeReport } from '../../terminal/output';
import type { CatalogueCheck } from '../../lab/features/catalogue';
import type { Drift, DriftStatus } from './drift-result';
import { reportIn } from './drift-shard';
import { loadDriftReport, type DriftFormat } from './reports';

/** How the report is made. */
interface Form {
  format: DriftFormat;
  checks: readonly CatalogueCheck[];
}

/** Writes the report, to a file, to the folder of a shard or to standard output, and sets the exit code. */
export function reportDrift(found: Drift, form: Form, to: { file?: string; folder?: string }): void {
  const file = to.folder === undefined ? to.file : reportIn(to.folder, form.format);
  if (file === undefined) writeReport(textOf(found, form, false));
  else writeDrift(found, form, file);
  concludeDrift(found, file);
}

/** Writes the report to a file. @throws Problem where it cannot be written */
export const writeDrift = (found: Drift, form: Form, file: string): void =>
  writeAtomic(file, textOf(found, form, true));

/** Says in which file the report is, if it is in one, and sets the exit code. */
export function concludeDrift({ status }: Drift, file: string | undefined): void {
  if (file !== undefined) writeMessage(`The report is in ${file}.`);
  process.exitCode = Math.max(Number(process.exitCode ?? 0), exitCodes[status]);
}

const textOf = (found: Drift, { format, checks }: Form, isFile: boolean): string =>
  loadDriftReport(format)(found, { ...capabilities(process.stdout, isFile), checks });

const exitCodes: Record<DriftStatus, number> = {
  same: ExitCode.success,
  drift: ExitCode.failure,
  error: ExitCode.error,
};
