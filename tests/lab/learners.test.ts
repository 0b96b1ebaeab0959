import { expect } from 'chai';
import { readLab } from '../../support/lab/lab-folder';
import { checksOf } from '../../support/lab/features/catalogue';
import { upToTask } from '../../support/lab/solution/solution';
import { idsOf, runLearner } from './run';

/**
 * What AWS's own defaults happen to meet, task by task: a learner who stops after Task N passes Tasks 2 to N, and
 * beyond them these and no others. By name, so that a check that begins to pass by itself is noticed.
 */
const metByDefault: Record<number, string[]> = {
  3: ['provider-cognito'],
  4: ['password-policy-default', 'weak-passwords-refused', 'mfa-off', 'no-second-factor'],
  5: ['self-sign-up', 'anyone-can-sign-up'],
  6: ['cognito-email'],
  7: ['user-pool-name'],
  8: [],
};

/** With the address verified at sign-up (Task 5), AWS sends the code by Cognito unless told otherwise (Task 6). */
const metAfter: Record<number, string[]> = { 5: ['code-by-cognito-email'] };

const checks = checksOf(readLab().catalogue);

describe('Learners on the mock', () => {
  it('passes the model solution, with every point and no finding that does not hold', async () => {
    const result = await runLearner(readLab().solution);
    expect(result.status).to.equal('passed');
    expect(idsOf(result, 'passed')).to.deep.equal(checks.map(({ id }) => id));
    expect(result.score.earned).to.equal(result.score.possible).and.to.be.above(0);
    for (const { id, findings } of result.tasks.flatMap((task) => task.checks)) expect(findings, id).not.to.be.empty;
  });

  it('fails a learner who has done nothing, for one reason that blocks all the rest', async () => {
    const result = await runLearner({ tasks: [] });
    expect(result.status).to.equal('failed');
    expect(result.score.earned).to.equal(0);
    expect(idsOf(result, 'failed')).to.deep.equal(['user-pool-exists']);
    expect(idsOf(result, 'blocked')).to.have.lengthOf(checks.length - 1);
    expect(result.target).not.to.have.property('userPoolId');
  });

  for (const last of [2, 3, 4, 5, 6, 7])
    it(`passes Tasks 2 to ${last} of a learner who stopped there, and beyond them what AWS's defaults meet`, async () => {
      const result = await runLearner(upToTask(readLab().solution, last));
      const done = checks.filter(({ task }) => task <= last).map(({ id }) => id);
      const beyond = [2, 3, 4, 5, 6, 7, 8].filter((task) => task > last).flatMap((task) => metByDefault[task] ?? []);
      const late = Object.entries(metAfter).flatMap(([task, ids]) => (last >= Number(task) ? ids : []));
      expect(idsOf(result, 'passed')).to.have.members([...new Set([...done, ...beyond, ...late])]);
      expect(idsOf(result, 'error')).to.deep.equal([]);
      expect(result.status).to.equal('failed');
    });
});
