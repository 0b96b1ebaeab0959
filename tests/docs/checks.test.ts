import { expect } from 'chai';
import { readLab } from '../../support/lab/lab-folder';
import { checksOf } from '../../support/lab/features/catalogue';
import type { Finding } from '../../support/lab/result/result';
import { runLearner } from '../lab/run';
import { codes, Page } from './page';

const page = new Page('docs/reference/checks.md');
const catalogue = readLab().catalogue;
const checks = checksOf(catalogue);
const rows: Record<string, string>[] = catalogue.tasks.flatMap(({ id, title }) =>
  page.table(`Task ${id}: ${title}`).map((row) => ({ ...row, task: String(id) })),
);

describe('docs/reference/checks.md', () => {
  it('has the checks of the features, one to one and in their order', () => {
    const declared = checks.map(({ task, id, title, kind, points }) => ({ task, id, title, kind, points }));
    const listed = rows.map(({ task, check = '', says: title, kind, points }) => ({
      task: Number(task),
      id: codes(check)[0],
      title,
      kind,
      points: Number(points),
    }));
    expect(listed).to.deep.equal(declared);
  });

  describe('says what a check reads', () => {
    let findings: Map<string, Finding[]>;

    before(async () => {
      const { tasks } = await runLearner(readLab().solution);
      findings = new Map(tasks.flatMap((task) => task.checks.map((check) => [check.id, check.findings])));
    });

    for (const { check = '', kind, reads = '' } of rows) {
      const [id = ''] = codes(check);
      const isOperation = (code: string): boolean => /^(?:Admin|Describe|Get|Initiate|List|SignUp)\w*$/.test(code);
      const operations = codes(reads).filter(isOperation);
      const members = codes(reads).filter((code) => !isOperation(code));

      it(`${id}: ${operations.join(', ')}`, () => {
        const seen = findings.get(id) ?? [];
        expect(operations).to.have.members([...new Set(seen.map(({ source }) => source))]);
        if (kind === 'behaviour') return;
        const settings = seen.map(({ setting }) => setting);
        const covers = (member: string, setting: string): boolean => `${setting}.`.startsWith(`${member}.`);
        for (const setting of settings)
          expect(
            members.some((member) => covers(member, setting)),
            setting,
          ).to.be.true;
        for (const member of members)
          expect(
            settings.some((setting) => covers(member, setting)),
            member,
          ).to.be.true;
      });
    }
  });

  it('comes to the numbers that the text says', () => {
    const total = checks.reduce((sum, { points }) => sum + points, 0);
    expect(new Page('README.md').section('cognito-lab'))
      .to.contain(`${checks.length} checks`)
      .and.to.contain(`${total} of ${total} points`);
    const number = checks.filter(({ kind }) => kind === 'behaviour').length;
    const word = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][number];
    expect(new Page('docs/learners.md').section('What a verdict means')).to.contain(`the ${word} behaviour checks`);
  });
});
