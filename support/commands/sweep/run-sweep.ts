import { Problem } from '../../common/problem';
import { sweepJson, sweepText } from './describe-sweep';
import { isRunId } from '../../targets/owned/run-tags';
import { durationOf, regionOf, sweep } from './sweep';
import { ExitCode } from '../../common/exit-code';
import { writeReport } from '../../terminal/output';
import { quote } from '../../common/text/shorten';

/** The options of `sweep`, as parsed by Commander. */
export interface SweepFlags {
  region?: string[];
  runId?: string;
  olderThan?: string;
  apply: boolean;
  format: 'text' | 'json';
}

/** `cognito-lab sweep`: lists leftover pools, removes them with `--apply`, and sets the exit code. */
export async function runSweep({ region = [], runId, olderThan, apply, format }: SweepFlags): Promise<void> {
  if (runId !== undefined && !isRunId(runId))
    throw new Problem(
      `${quote(runId)} is not the id of a run.`,
      'It is the UUID that the interrupted run printed. A sweep without --run-id lists it.',
    );
  const result = await sweep(region.map(regionOf), {
    apply,
    ...(runId !== undefined && { runId }),
    ...(olderThan !== undefined && { olderThan: durationOf(olderThan) }),
  });
  writeReport(format === 'json' ? sweepJson(result) : sweepText(result));
  process.exitCode = { clean: ExitCode.success, left: ExitCode.failure, error: ExitCode.error }[result.status];
}
