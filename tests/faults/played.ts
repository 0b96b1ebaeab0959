import { readLab } from '../../support/lab/lab-folder';
import { runLab } from '../../support/runner/run-lab';
import { planOf } from '../../support/lab/solution/choices';
import type { Problem } from '../../support/common/problem';
import type { CheckStatus, LabResult } from '../../support/lab/result/result';
import { provision } from '../../support/targets/aws-target';
import { LabSession } from '../../support/runner/session/lab-session';
import type { SdkEnvironment } from './environment';

/** What a run came to, as its exit code and its output would say. */
export interface Played {
  result: LabResult;
  /** What was said of what could not be removed. */
  left?: Problem;
}

/** The words on what could not be looked at, wherever they are said. */
export const wordsOf = ({ result, left }: Played): string =>
  [left?.message, left?.remedy]
    .concat(result.tasks.flatMap(({ checks }) => checks.flatMap(({ reason, remedy }) => [reason, remedy])))
    .join('\n');

/**
 * `check --target aws` inside this process, with little patience, so that hundreds of runs take minutes.
 *
 * @param url of the endpoint
 * @param attempt how long one attempt of a call may take, in milliseconds
 * @param attempts how often it is made
 */
export async function play(
  sdk: SdkEnvironment,
  url: string,
  { attempt = 5_000, attempts = 4 }: { attempt?: number; attempts?: number } = {},
): Promise<Played> {
  const target = await sdk.at(url, () =>
    provision(planOf(readLab().solution), {
      bounds: { connect: 2_000, attempt, call: 15_000, attempts },
      searchDelays: [0, 50],
      backoff: [20, 20],
    }),
  );
  const session = new LabSession(target);
  try {
    const result = await runLab(readLab(), session);
    const left = await session.close().then(
      () => undefined,
      (error: Problem) => error,
    );
    return { result, left };
  } finally {
    target.client.destroy();
  }
}

export const statusesOf = ({ tasks }: LabResult): Map<string, CheckStatus> =>
  new Map(tasks.flatMap(({ checks }) => checks.map(({ id, status }) => [id, status])));

/** The checks with a verdict that an untroubled run does not give them: there must be none. */
export function wrongVerdicts(result: LabResult, untroubled: LabResult): string[] {
  const right = statusesOf(untroubled);
  return [...statusesOf(result)]
    .filter(([id, status]) => {
      const expected = right.get(id);
      // What blocked it could not be looked at this time, so that it speaks for itself.
      return status !== 'error' && status !== expected && !(expected === 'blocked' && status === 'failed');
    })
    .map(([id, status]) => `${id} ${status}`);
}
