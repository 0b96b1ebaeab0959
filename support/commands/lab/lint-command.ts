import { ExitCode } from '../../common/exit-code';
import { inertJson } from '../../common/text/plain-text';
import { faultText } from '../../lab/lab-folder';
import { lintLab } from '../../lab/lint/lint-lab';
import { writeMessage, writeReport } from '../../terminal/output';

/** `cognito-lab lab lint`: every fault, a line each. A lab with faults gives no verdicts, so that this is an error. */
export function lintCommand(folder: string, format: 'text' | 'json'): void {
  const { lab, faults } = lintLab(folder);
  if (format === 'json')
    writeReport(`${inertJson(JSON.stringify({ lab: lab?.identity, faults, usable: lab !== undefined }, null, 2))}\n`);
  else if (faults.length) writeReport(`${faults.map(faultText).join('\n')}\n`);
  writeMessage(
    faults.length
      ? `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in ${folder}.`
      : `No fault in ${folder}: ${lab?.identity.id} ${lab?.identity.version}.`,
  );
  process.exitCode = faults.length ? ExitCode.error : ExitCode.success;
}
