import { expect } from 'chai';
import { existingTarget, makePool } from '../../fixtures/corpus/made-pool';
import type { LabResult } from '../../support/lab/result/result';
import type { RunOptions } from '../../support/runner/run-lab';
import type { Target } from '../../support/targets/target';
import { idsOf, runOn } from './run';

/** Sessions that ask at the same time share a run of Cucumber, as in a class. */
describe('A run that several sessions share', () => {
  const honest = async (): Promise<Target> => existingTarget(await makePool({}));
  /** One whose lab cannot be completed for what is no ordinary reason. */
  const failing = async (reason: unknown): Promise<Target> =>
    Object.assign(await honest(), { complete: () => Promise.reject(reason as Error) });

  const circular = Object.assign(new Error(''), { itself: {} });
  circular.itself = circular;

  const hostile: [string, () => Promise<Target>, RunOptions, says: RegExp][] = [
    [
      'throws what has no prototype',
      () => failing(Object.create(null)),
      {},
      /threw what is not an error|prototype|type/i,
    ],
    ['throws an error without a message that refers to itself', () => failing(circular), {}, /.*/],
    ['throws nothing', () => failing(undefined), {}, /without a reason/],
    [
      'throws an error of 50 MB',
      () => failing(new Error('x'.repeat(50_000_000))),
      {},
      /xxx… \(50,000,0\d\d characters\)/,
    ],
    [
      'has a progress that throws',
      honest,
      {
        onProgress: () => {
          throw new Error('The terminal is gone.');
        },
      },
      /The terminal is gone/,
    ],
  ];
  for (const [what, make, options, says] of hostile)
    it(`leaves to one session its own fault, where it ${what}`, async () => {
      const targets = [await honest(), await make(), await honest(), await honest()];
      const results = await Promise.allSettled(targets.map((target, at) => runOn(target, {}, at === 1 ? options : {})));
      const [first, theirs, ...others] = results;
      for (const other of [first, ...others]) {
        const { value } = other as PromiseFulfilledResult<LabResult>;
        expect(value.status).to.equal('passed');
        expect(idsOf(value, 'passed')).to.have.lengthOf(12);
      }
      if (theirs?.status === 'rejected') expect((theirs.reason as Error).message).to.match(says);
      else {
        expect(theirs?.value.status).to.equal('error');
        const reasons = theirs?.value.tasks.flatMap(({ checks }) => checks.map(({ reason = '' }) => reason)) ?? [];
        expect(reasons.join('\n')).to.match(says);
        expect(reasons.join('').length).to.be.below(100_000);
      }
    });
});
