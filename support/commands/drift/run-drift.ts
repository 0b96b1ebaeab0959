import { RateLimiter } from '../../aws/middleware/rate-limit';
import { checkPool, type CheckPoolOptions } from './check-pool';
import type { PoolDrift } from './drift-result';
import { finishDriftShard, targetsOf } from './drift-shard';
import { reportDrift } from './report-drift';
import { beginShard } from '../merge/manifest';
import { lockOutput } from '../../common/files/output-folder';
import { readTargets, type WatchedPool } from './targets-file';
import { summarizeDrift } from './summarize-drift';
import { loadDriftReport } from './reports';
import { readPrevious } from './first-seen';
import { readWaivers } from './waivers';
import { openLab } from '../../lab/lint/open-lab';
import { placedChecks } from './placed-checks';
import { checkWritable } from '../../common/files/atomic-write';
import { Progress } from '../../terminal/progress';
import { printError } from '../../terminal/print-error';
import { attachWatchedPool } from './attach-watched-pool';
import { subjectOf, type DriftFlags, type Subject } from './flags';

/** `cognito-lab drift`: checks, reports and sets the exit code. */
export async function drift(flags: DriftFlags): Promise<void> {
  const { format, output, baseline, shard } = flags;
  const subject = subjectOf(flags);
  loadDriftReport(format);
  if (output !== undefined && !shard) checkWritable(output);
  if (flags.updateBaseline && baseline !== undefined) checkWritable(baseline);
  const waivers = flags.waivers === undefined ? [] : readWaivers(flags.waivers);
  const previous = flags.previous === undefined ? undefined : readPrevious(flags.previous);
  const lab = openLab(flags.lab);
  const now = new Date().toISOString();
  const targets = subject.kind === 'targets' ? readTargets(subject.file) : [];
  const places = shard ? targetsOf(shard, targets) : [...targets.keys()];

  const options = { lab, previous, now, baseline, update: flags.updateBaseline, onRefused: printError };
  const check = async (): Promise<PoolDrift[] | undefined> => {
    const pools = await checkSubject(
      subject,
      places.map((place) => targets[place]!),
      options,
    );
    if (!pools) return undefined;
    const about = subject.kind === 'tutorial' ? 'tutorial' : 'pools';
    const found = summarizeDrift(pools, { about, waivers, now, lab: lab.identity });
    reportDrift(found, { format, checks: placedChecks(lab) }, shard ? { folder: output } : { file: output });
    return pools;
  };
  if (!shard || output === undefined) {
    await check();
    return;
  }
  const lock = lockOutput(output);
  try {
    beginShard(output, shard);
    const pools = await check();
    const terms = { targets, waivers, previous, updateBaseline: flags.updateBaseline, format, lab };
    if (pools) finishDriftShard(shard, output, terms, { places, pools, now });
  } finally {
    lock.release();
  }
}

/** @returns undefined if it was interrupted */
async function checkSubject(
  subject: Subject,
  targets: readonly WatchedPool[],
  options: CheckPoolOptions,
): Promise<PoolDrift[] | undefined> {
  switch (subject.kind) {
    case 'pool':
      return [await onePool(subject.userPoolId, options)];
    case 'targets': {
      const { checkManyPools } = require('./check-many-pools') as typeof import('./check-many-pools');
      return checkManyPools(targets, options);
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
