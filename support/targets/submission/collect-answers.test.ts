import { expect } from 'chai';
import { readLab } from '../../lab/lab-folder';
import { runOn, solutionWith } from '../../../tests/lab/run';
import { planOf } from '../../lab/solution/choices';
import type { Solution } from '../../lab/solution/solution';
import { addLayers } from '../../aws/middleware/layer';
import { readOnly } from '../../aws/middleware/read-only';
import { PoolReader } from '../../aws/pool/pool-reader';
import type { LabResult } from '../../lab/result/result';
import { ExistingPool } from '../existing-pool';
import { simulate } from '../mock/simulate';
import { openSubmission } from '../snapshot-target';
import { collectAnswers } from './collect-answers';
import { snapshotOf } from './snapshot-schema';
import { makeSnapshot } from './make-snapshot';
import { SnapshotAnswers } from './snapshot-file';
import { Submission } from './submission';

/** The verdicts, and all that they rest on. */
const seen = ({ tasks }: LabResult): unknown =>
  tasks.flatMap(({ checks }) => checks.map(({ id, status, reason, findings }) => ({ id, status, reason, findings })));

describe('A snapshot of a pool', () => {
  const learners: [who: string, solution: Solution][] = [
    ['who did it all', readLab().solution],
    ['without a user', solutionWith(8, { 'Create user': undefined })],
    ['with another app client', solutionWith(7, { 'App client name': 'other' })],
    ['who lets nobody sign up', solutionWith(5, { 'Allow users to sign themselves up': false })],
  ];
  for (const [who, solution] of learners)
    it(`is judged as the pool is, of a learner ${who}`, async () => {
      const target = simulate(planOf(solution));
      // The pool is in memory only, and goes with the test.
      const { userPoolId = '' } = await target.complete();
      const read = await collectAnswers(new PoolReader(target.client, userPoolId), readLab().clientNames);
      const region = 'us-east-1';
      addLayers(target.client, [readOnly]);
      const pool = await runOn(new ExistingPool(target, { kind: 'aws', userPoolId, region }));
      const text = JSON.stringify(makeSnapshot(read, { userPoolId, region, takenAt: new Date() }));
      const snapshot = snapshotOf(JSON.parse(text), 'it');
      const submission = await runOn(openSubmission(new Submission(new SnapshotAnswers(snapshot))));
      expect(seen(submission)).to.deep.equal(seen(pool));
      expect(text).not.to.match(/123456789012|keke@|ClientSecret|\+1555/);
    });
});
