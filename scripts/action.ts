/**
 * The action: checks once, writes the report, the outputs and the summary of the job. The exit code is that of `check`:
 * 0 passed, 1 failed, 2 if something could not be checked.
 */
import { appendFileSync } from 'node:fs';
import { check, type LabResult } from '../support/api';
import { ExitCode } from '../support/common/exit-code';
import { writeAtomic } from '../support/common/files/atomic-write';
import { Problem } from '../support/common/problem';
import { formats, loadReport, type Format } from '../support/reports';
import { printError } from '../support/terminal/print-error';

const plain = { colour: false, width: 80, unicode: true };
const exitCodes = { passed: ExitCode.success, failed: ExitCode.failure, error: ExitCode.error };

export async function main(): Promise<void> {
  const { SNAPSHOT, USER_POOL_ID, LAB, USER_POOL_NAME, FORMAT = 'html', OUTPUT } = process.env;
  const { GITHUB_STEP_SUMMARY: summary } = process.env;
  try {
    if (!SNAPSHOT && !USER_POOL_ID)
      throw new Problem('There is nothing to check.', 'Give the action a snapshot, or a user-pool-id.');
    const report = loadReport(formatOf(FORMAT));
    const result = await check({
      ...(SNAPSHOT && { snapshot: SNAPSHOT }),
      ...(USER_POOL_ID && { userPoolId: USER_POOL_ID }),
      ...(LAB && { lab: LAB }),
      ...(USER_POOL_NAME && { userPoolName: USER_POOL_NAME }),
    });
    if (OUTPUT) writeAtomic(OUTPUT, report(result, plain));
    if (summary) appendFileSync(summary, loadReport('markdown')(result, plain));
    setOutputs(result, OUTPUT);
    process.exitCode = exitCodes[result.status];
  } catch (error) {
    setOutput('status', 'error');
    if (summary) appendFileSync(summary, 'The lab could not be checked. The log of the step says why.\n');
    printError(error);
    process.exitCode = ExitCode.error;
  }
}

/** @throws Problem for an unknown format */
function formatOf(format: string): Format {
  const known = formats.find((name) => name === format);
  if (known) return known;
  throw new Problem('The format of the report is unknown.', `Use one of ${formats.join(', ')}.`);
}

function setOutputs({ status, score }: LabResult, report = ''): void {
  setOutput('status', status);
  setOutput('score', JSON.stringify(score));
  setOutput('report', report);
}

/** Line breaks would start another output, and the path of the report is the job's own text. */
function setOutput(name: string, value: string): void {
  const { GITHUB_OUTPUT } = process.env;
  if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, `${name}=${value.replace(/[\r\n]+/g, ' ')}\n`);
}
