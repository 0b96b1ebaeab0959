import type { Command } from 'commander';
import { runLab } from '../../engine/run-lab';
import { readFeatures } from '../../lab/read-features';
import { loadReport } from '../../reports';
import { checkWritable, writeWhole } from '../../reports/write-output';
import type { LabResult } from '../../result/result';
import { openTarget } from '../../targets/open';
import { LabSession } from '../../world/session';
import { ExitCode } from '../exit-code';
import { Interrupts } from '../interrupts';
import { Progress } from '../progress';
import { tell } from '../tell';
import { terminal } from '../terminal';
import { targetOptions, type CheckFlags } from './flags';
import { chosenTasks } from './tasks';

/** `cognito-lab check`: looks, reports, and sets the exit code. */
export async function check(command: Command): Promise<void> {
  const { task, format, output } = command.opts<CheckFlags>();
  const options = targetOptions(command);
  const report = loadReport(format);
  if (output !== undefined) checkWritable(output);
  const catalogue = readFeatures();
  const tasks = chosenTasks(catalogue, task);

  const session = new LabSession(await openTarget(options), options);
  const interrupts = new Interrupts(session);
  const progress = new Progress(process.stderr);
  let result: LabResult | undefined;
  try {
    result = await runLab(catalogue, session, { tasks, onProgress: progress.show });
  } finally {
    progress.clear();
    await leave(session);
    interrupts.over();
  }
  if (interrupts.happened) {
    process.stderr.write('cognito-lab: interrupted; nothing was checked to the end, and nothing of it is left.\n');
    process.exitCode = ExitCode.couldNotLook;
    return;
  }
  const text = report(result, terminal(process.stdout, output !== undefined));
  if (output === undefined) process.stdout.write(text);
  else {
    writeWhole(output, text);
    process.stderr.write(`The report is in ${output}.\n`);
  }
  process.exitCode = Math.max(Number(process.exitCode ?? 0), exitCodeOf(result));
}

const exitCodeOf = ({ status }: LabResult): number =>
  ({ passed: ExitCode.asItShouldBe, failed: ExitCode.somethingIsNot, error: ExitCode.couldNotLook })[status];

/** What could not be removed is said beside the report, and does not take its place. */
async function leave(session: LabSession): Promise<void> {
  try {
    await session.close();
  } catch (error) {
    tell(error);
    process.exitCode = ExitCode.couldNotLook;
  }
}
