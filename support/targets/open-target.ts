import { planOf } from '../lab/solution/choices';
import { readSolution, type Solution } from '../lab/solution/solution';
import type { Target } from './target';

/** What a run is to look at. */
export interface TargetOptions {
  target: 'mock' | 'aws';
  /** A pool that exists already. */
  userPoolId?: string;
  /** A saved picture of a pool: a file or a folder. */
  snapshot?: string;
  /** The name that the class agreed on. */
  userPoolName?: string;
  /** Of `aws`: keeps the members of answers that the SDK does not know. */
  unknownMembers?: boolean;
  /** The choices of the learner whom the harness plays; the model solution's where there are none. */
  solution?: Solution;
}

/**
 * Opens a target. Only what that target needs is loaded, by `require`, which ts-node compiles for as it does not for
 * `import()`: the simulated service is not paid for where a snapshot is read.
 *
 * @throws Problem for what cannot be opened
 */
export async function openTarget({
  target,
  snapshot,
  userPoolId,
  userPoolName,
  solution,
  unknownMembers,
}: TargetOptions): Promise<Target> {
  if (snapshot !== undefined)
    return (require('./submission-target') as typeof import('./submission-target')).openSubmissionTarget(snapshot);
  const aws = (): typeof import('./aws-target') => require('./aws-target') as typeof import('./aws-target');
  if (userPoolId !== undefined) return aws().attach(userPoolId);
  const plan = planOf(solution ?? readSolution(), userPoolName);
  if (target === 'aws') return aws().provision(plan, { unknownMembers });
  void (require('./mock/shared-keys') as typeof import('./mock/shared-keys')).SharedKeys.source();
  return (require('./mock/simulate') as typeof import('./mock/simulate')).simulate(plan);
}
