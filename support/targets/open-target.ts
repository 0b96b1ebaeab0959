import { planOf } from '../lab/solution/choices';
import type { Solution } from '../lab/solution/solution';
import type { Target } from './target';

/** What a run checks. */
export interface TargetOptions {
  target: 'mock' | 'aws';
  /** An existing pool. */
  userPoolId?: string;
  /** The path of a submission. */
  snapshot?: string;
  /** The required name of every user pool. */
  userPoolName?: string;
  /** For `aws`: keeps members of answers that the SDK does not know. */
  unknownMembers?: boolean;
  /** The choices to play, where no pool is named: a lab's model solution, or others. */
  solution: Solution;
}

/**
 * Opens a target. Loads only what that target needs, by `require`, because ts-node does not compile for `import()`. A
 * snapshot does not load the simulated service.
 *
 * @throws Problem if the target cannot be opened
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
  if (userPoolId !== undefined) return aws().attach(userPoolId, { unknownMembers: true });
  const plan = planOf(solution, userPoolName);
  if (target === 'aws') return aws().provision(plan, { unknownMembers });
  void (require('./mock/shared-keys') as typeof import('./mock/shared-keys')).SharedKeys.source();
  return (require('./mock/simulate') as typeof import('./mock/simulate')).simulate(plan);
}
