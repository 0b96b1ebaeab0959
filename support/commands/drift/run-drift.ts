import { RateLimiter } from '../../aws/middleware/rate-limit';
import { checkPool, type CheckPoolOptions } from './check-pool';
import type { Drift, DriftStatus, PoolDrift } from './drift-result';
import { summarizeDrift } from './summarize-drift';
import { loadDriftReport } from './reports';
import { readPrevious } from './first-seen';
import { readWaivers } from './waivers';
import { readFeatures } from '../../lab/features/read-features';
import { checkWritable, writeWhole } from '../../common/files/write-whole';
import { ExitCode } from '../../common/exit-code';
import { Progress } from '../../terminal/progress';
import { printError } from '../../terminal/print-error';
import { capabilities } from '../../terminal/capabilities';
import { attachWatchedPool } from './attach-watched-pool';
import { subjectOf, type DriftFlags, type Subject } from './flags';
import { writeMessage, writeReport } from '../../terminal/output';

/** `cognito-lab drift`: checks, reports and sets the exit code. */
export async function drift(flags: DriftFlags): Promise<void> {
  const { format, output, baseline } = flags;
  const subject = subjectOf(flags);
  const report = loadDriftReport(format);
  if (output !== undefined) checkWritable(output);
  if (flags.updateBaseline && baseline !== undefined) checkWritable(baseline);
  const waivers = flags.waivers === undefined ? [] : readWaivers(flags.waivers);
  const previous = flags.previous === undefined ? undefined : readPrevious(flags.previous);
  const catalogue = readFeatures();
  const now = new Date().toISOString();

  const pools = await checkSubject(subject, {
    catalogue,
    previous,
    now,
    baseline,
    update: flags.updateBaseline,
    onRefused: printError,
  });
  if (!pools) return;
  const about = subject.kind === 'tutorial' ? 'tutorial' : 'pools';
  const found = summarizeDrift(pools, { about, waivers, now, labHash: catalogue.labHash });
  const text = report(found, capabilities(process.stdout, output !== undefined));
  if (output === undefined) writeReport(text);
  else {
    writeWhole(output, text);
    writeMessage(`The report is in ${output}.`);
  }
  process.exitCode = Math.max(Number(process.exitCode ?? 0), exitCodeOf(found));
}

/** @returns undefined if it was interrupted */
async function checkSubject(subject: Subject, options: CheckPoolOptions): Promise<PoolDrift[] | undefined> {
  switch (subject.kind) {
    case 'pool':
      return [await onePool(subject.userPoolId, options)];
    case 'targets': {
      const { checkManyPools } = require('./check-many-pools') as typeof import('./check-many-pools');
      return checkManyPools(subject.file, options);
    }
    case 'tutorial': {
      const { runTutorial } = require('./run-tutorial') as typeof import('./run-tutorial');
      const found = await runTutorial(options);
      return found && [found];
    }
  }
}

async function onePool(pool: string, options: CheckPoolOptions): Promise<PoolDrift> {
  const session = await attachWatchedPool({ pool }, new RateLimiter());
  const progress = new Progress(process.stderr);
  try {
    return await checkPool(session, pool, { ...options, onProgress: progress.show });
  } finally {
    progress.clear();
  }
}

const exitCodes: Record<DriftStatus, number> = {
  same: ExitCode.success,
  drift: ExitCode.failure,
  error: ExitCode.error,
};

const exitCodeOf = ({ status }: Drift): number => exitCodes[status];
