import { readLab } from '../../support/lab/lab-folder';
import { expect } from 'chai';
import { wrongChoices } from '../../fixtures/corpus/wrong-choices';
import { idsOf, runLearner, solutionWith } from './run';

describe('A wrong choice of the learner', () => {
  for (const { task, what, choices, fails, finding } of wrongChoices)
    it(`Task ${task}, ${what}: fails ${fails} and nothing else`, async () => {
      const result = await runLearner(solutionWith(task, choices));
      expect(idsOf(result, 'error')).to.deep.equal([]);
      expect(idsOf(result, 'failed')).to.deep.equal([fails]);
      expect(result.status).to.equal('failed');

      const check = result.tasks.flatMap(({ checks }) => checks).find(({ id }) => id === fails);
      const seen = check?.findings.find(({ setting, holds }) => setting === finding.setting && !holds);
      const actual = seen?.actual;
      expect(Array.isArray(actual) ? [...(actual as string[])].sort() : actual).to.deep.equal(
        Array.isArray(finding.actual) ? [...(finding.actual as string[])].sort() : finding.actual,
      );
      expect(check?.reason).to.include(finding.setting);
      // What does not run for want of it is shown under it, and is not one more fault.
      const blocked = result.tasks.flatMap(({ checks }) => checks).filter(({ status }) => status === 'blocked');
      for (const { id, blockedBy } of blocked) expect(blockedBy, id).to.equal(fails);
    });
});

describe('The name of the pool', () => {
  it('is any name where the class agreed on none', async () => {
    const result = await runLearner(solutionWith(7, { 'User pool name': 'whatever I like' }));
    expect(result.status).to.equal('passed');
  });

  it('is right where the learner typed what the class agreed on', async () => {
    const result = await runLearner(readLab().solution, { userPoolName: 'class-of-2026' });
    expect(result.status).to.equal('passed');
  });

  it('is wrong where the learner left it to the console', async () => {
    const solution = solutionWith(7, { 'User pool name': undefined });
    const result = await runLearner(solution, { userPoolName: 'class-of-2026' });
    expect(idsOf(result, 'failed')).to.deep.equal(['user-pool-name']);
  });
});
