import { join } from 'node:path';
import { expect } from 'chai';
import { judge } from '../../support/commands/lab/test/judge';
import { ContainedFiles } from '../../support/lab/lab-folder/contained-files';
import { readLab, type Lab } from '../../support/lab/lab-folder';
import { readSolutions } from '../../support/lab/lab-folder/solutions';
import { checksOf } from '../../support/lab/features/catalogue';
import type { Solution } from '../../support/lab/solution/solution';

/** What must not depend on the language. */
const verdictOf = async (lab: Lab, solution: Solution) =>
  (await judge(lab, solution)).tasks.flatMap(({ checks }) =>
    checks.map(({ id, points, status, findings }) => ({
      id,
      points,
      status,
      // Each pool that is made has another id.
      findings: JSON.stringify(findings).replaceAll(/us-east-1_\w{9}/g, 'the pool'),
    })),
  );

describe('The lab in other languages', () => {
  const own = readLab();
  const ids = new Set(checksOf(own.catalogue).map(({ id }) => id));

  for (const language of ['es', 'ar'])
    it(`has the same checks, points and findings in ${language}`, async () => {
      const lab = readLab(join(__dirname, '../../examples/labs', language));
      expect(lab.language).to.equal(language);
      expect(lab.identity.version).to.equal(own.identity.version);
      expect(lab.solution.tasks).to.deep.equal(own.solution.tasks);
      const [there, here] = [lab, own].map(({ folder }) => readSolutions(new ContainedFiles(folder), ids));
      expect(there).to.deep.equal(here);
      expect(await verdictOf(lab, lab.solution)).to.deep.equal(await verdictOf(own, own.solution));
      for (const { solution, file } of here?.wrong ?? [])
        expect(await verdictOf(lab, solution), file).to.deep.equal(await verdictOf(own, solution));
    });
});
