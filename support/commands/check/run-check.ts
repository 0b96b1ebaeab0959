import type { Command } from 'commander';
import { preflight } from '../../aws/permissions';
import { runLab } from '../../runner/run-lab';
import { openLab } from '../../lab/lint/open-lab';
import { limitHints } from '../../lab/result/limit-hints';
import { loadReport, type Format, type ReportOptions } from '../../reports';
import { checkWritable, writeAtomic } from '../../common/files/atomic-write';
import type { LabResult } from '../../lab/result/result';
import { openTarget, type TargetOptions } from '../../targets/open-target';
import { LabSession } from '../../runner/session/lab-session';
import { CouldNotLook } from '../../common/could-not-look';
import { ExitCode } from '../../common/exit-code';
import { Problem } from '../../common/problem';
import { Interrupts } from '../../runner/interrupts';
import { closeSession } from '../../runner/close-session';
import { Progress } from '../../terminal/progress';
import { capabilities } from '../../terminal/capabilities';
import { targetOptions, type CheckFlags } from './flags';
import { chosenTasks } from './chosen-tasks';
import { isOutage } from './outage';
import { runningSandboxNote } from './running-sandbox';
import { unreadPoolNote } from './unread-pool';
import { writeMessage, writeReport } from '../../terminal/output';

/** `cognito-lab check`: checks, reports, and sets the exit code. */
export async function check(command: Command): Promise<void> {
  const { task, format, output, dryRun, hints, watch, remember, solution, lab: folder } = command.opts<CheckFlags>();
  const report = loadReport(format);
  if (output !== undefined) checkWritable(output);
  const lab = openLab(folder);
  const options = targetOptions(command, lab);
  const tasks = chosenTasks(lab.catalogue, task);

  if (dryRun) {
    const { describeDryRun } = require('./dry-run') as typeof import('./dry-run');
    deliver(await describeDryRun(lab, options, { tasks, format }), output, 'The list');
    return;
  }

  if (watch && options.userPoolId !== undefined) {
    const { watchCommand } = require('./watch/watch-command') as typeof import('./watch/watch-command');
    process.exitCode = await watchCommand(options.userPoolId, lab, { tasks, agreement: options }).catch(
      (error: unknown) => withSandbox(error, options),
    );
    return;
  }
  const target = await openTarget(options).catch((error: unknown) => withSandbox(error, options));
  if (target.notice !== undefined) writeMessage(target.notice);
  const session = new LabSession(target, options);
  const interrupts = new Interrupts(session);
  const progress = new Progress(process.stderr);
  let result: LabResult | undefined;
  let clean: boolean;
  try {
    result = await runLab(lab, session, { tasks, onProgress: progress.show });
  } finally {
    progress.clear();
    clean = await closeSession(session);
    interrupts.over();
  }
  if (interrupts.happened) {
    const left = clean ? ', and nothing that it made is left' : '';
    writeMessage(`cognito-lab: interrupted: there is no result${left}.`);
    process.exitCode = ExitCode.error;
    return;
  }
  const advised = limitHints(result, hints ?? (owned.has(format) ? 'fix' : 'hint'));
  const shown = capabilities(process.stdout, output !== undefined);
  deliver(report(advised, hints === 'fix' ? withCommands(shown) : shown), output, 'The report');
  const isLive = options.userPoolId !== undefined;
  const isOnAws = isLive && result.target.endpoint === undefined;
  const note =
    isOnAws && isOutage(result)
      ? await runningSandboxNote()
      : solution === undefined
        ? await unreadPoolNote(options)
        : undefined;
  if (note !== undefined) writeMessage(note);
  if (isLive && remember && format === 'pretty' && !process.env.CI) tellChanges(result);
  const permissions = preflight(result, target.readOnly === undefined ? 'provision' : 'read');
  if (permissions !== undefined) writeMessage(permissions);
  process.exitCode = Math.max(Number(process.exitCode ?? 0), exitCodeOf(result));
}

function tellChanges(result: LabResult): void {
  const { compareWithLast } = require('./last-check') as typeof import('./last-check');
  const since = compareWithLast(result);
  if (since !== undefined) writeMessage(since);
}

/** Why a pool cannot be opened, and that a sandbox runs which this terminal was not told of. */
async function withSandbox(error: unknown, { userPoolId }: TargetOptions): Promise<never> {
  const { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER, AWS_ENDPOINT_URL } = process.env;
  const isToldOfAnother = AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER ?? AWS_ENDPOINT_URL;
  if (!(error instanceof CouldNotLook) || userPoolId === undefined || isToldOfAnother) throw error;
  const note = await runningSandboxNote();
  if (note === undefined) throw error;
  throw new Problem(error.message, [error.remedy, note].filter(Boolean).join('\n'), { cause: error });
}

/** Formats that whoever runs the check reads; the others are graders', who decide for themselves. */
const owned: ReadonlySet<Format> = new Set(['pretty', 'json', 'html', 'markdown']);

const withCommands = (options: ReportOptions): ReportOptions => ({
  ...options,
  commands: process.platform === 'win32' ? 'powershell' : 'posix',
});

const exitCodeOf = ({ status }: LabResult): number =>
  ({ passed: ExitCode.success, failed: ExitCode.failure, error: ExitCode.error })[status];

function deliver(text: string, output: string | undefined, what: string): void {
  if (output === undefined) writeReport(text);
  else {
    writeAtomic(output, text);
    writeMessage(`${what} is in ${output}.`);
  }
}
