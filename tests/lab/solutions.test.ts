import { expect } from 'chai';
import { wrongChoices } from '../../fixtures/corpus/wrong-choices';
import { checksOf } from '../../support/lab/features/catalogue';
import { readLab } from '../../support/lab/lab-folder';
import { ContainedFiles } from '../../support/lab/lab-folder/contained-files';
import { readSolutions } from '../../support/lab/lab-folder/solutions';
import { planOf } from '../../support/lab/solution/choices';
import { solutionWith } from './run';

describe("The lab's own right and wrong solutions", () => {
  const lab = readLab();
  const ids = new Set(checksOf(lab.catalogue).map(({ id }) => id));
  const { right, wrong, faults } = readSolutions(new ContainedFiles(lab.folder), ids);

  it('are without a fault, and some are right', () => {
    expect(faults).to.deep.equal([]);
    expect(right).not.to.be.empty;
  });

  it('have every wrong choice of the corpus, with the check that it fails', () => {
    const said = wrong.map(({ solution, fails }) => JSON.stringify([planOf(solution), fails]));
    const known = wrongChoices.map(({ task, choices, fails }) =>
      JSON.stringify([planOf(solutionWith(task, choices)), [fails]]),
    );
    expect(said.sort()).to.deep.equal(known.sort());
  });
});
