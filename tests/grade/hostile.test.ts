import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { findSubmission } from '../../support/commands/grade/inputs/find-submission';
import { submissionEvidence } from '../../support/commands/grade/read-submission';
import { PrivateFolder } from '../../support/targets/submission/private-folder';
import { clientsFolder, cliFiles } from '../../support/targets/submission/cli-folder';
import { ClassOnDisk } from './class-on-disk';

describe('A hostile submission', () => {
  let lab: ClassOnDisk;
  beforeEach(() => {
    lab = new ClassOnDisk();
  });
  afterEach(() => lab.remove());

  const reasonOf = (student: string): string | undefined =>
    lab.summary().learners.find((learner) => learner.student === student)?.reasons[0]?.reason;

  it('has a file where the folder of app clients should be: that costs its owner one check, in words', async () => {
    lab.handIn('right');
    lab.handIn('odd', { without: cliFiles.DescribeUserPoolClient });
    writeFileSync(lab.path('class/odd', clientsFolder), 'not a folder');
    await lab.grade('class');
    expect(lab.statuses()).to.deep.equal({ odd: 'error', right: 'graded' });
    expect(reasonOf('odd')).to.equal(
      `${clientsFolder} cannot be read as a folder: a part of its path is a file and not a folder (ENOTDIR).`,
    );
  });

  it('may not be entered, in the whole or in part: it stops nobody else', async function () {
    if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
    lab.handIn('closed');
    lab.handIn('half');
    mkdirSync(lab.path('class/half', clientsFolder));
    chmodSync(lab.path('class/half', clientsFolder), 0);
    chmodSync(lab.path('class/closed'), 0);
    try {
      for (const student of ['closed', 'half'])
        expect(await findSubmission(lab.path('class'), student, new PrivateFolder())).to.have.property(
          'kind',
          'refused',
        );
      expect(submissionEvidence({ kind: 'submission', path: lab.path('class/closed') }).digest).to.equal(undefined);
    } finally {
      chmodSync(lab.path('class/closed'), 0o700);
    }
  });

  it('goes away before it is read: it stops nobody else, and the reason tells no path of this machine', async () => {
    lab.write('class/gone.json', '{');
    const source = await findSubmission(lab.path('class'), 'gone.json', new PrivateFolder());
    rmSync(lab.path('class/gone.json'));
    expect(source).to.have.property('kind', 'submission');
    const { submission } = submissionEvidence({ kind: 'submission', path: lab.path('class/gone.json') });
    expect(() => submission.answer('ListUsers', {})).to.throw(
      'The submission gone.json cannot be read: it does not exist (ENOENT).',
    );
    lab.write('class/torn.json', '{');
    await lab.grade('class');
    expect(reasonOf('torn')).to.match(/^torn\.json is not JSON: it /);
    expect(lab.out('results/torn.html')).not.to.include(lab.place);
  });

  it('has a name that is no text: it was handed in all the same', async function () {
    if (process.platform !== 'linux') this.skip();
    lab.handIn('right');
    renameSync(lab.path('class/right'), Buffer.concat([Buffer.from(`${lab.path('class')}/`), Buffer.from([0xe9])]));
    await lab.grade('class');
    expect(Object.values(lab.statuses())).to.deep.equal(['error']);
    expect(lab.summary().learners[0]?.reasons[0]?.reason).to.match(/cannot be found by its name/);
  });

  it('has the accents of its name written otherwise than the roster has them: it is found', async () => {
    lab.handIn('Jose\u0301');
    lab.handIn('Zoe\u0308');
    lab.write('roster.csv', 'student,submission\nJos\u00e9,\nz,Zo\u00eb\n');
    await lab.grade('class', '--roster', 'roster.csv');
    expect(lab.statuses()).to.deep.equal({ 'Jos\u00e9': 'graded', z: 'graded' });
    expect(lab.summary().notes).to.deep.equal([]);
  });

  it('says that its pool is another than its ARN says, or does not say which it is: no verdict on that', async () => {
    for (const [student, change] of [
      ['liar', [/userpool\/[^"]+/, 'userpool/us-east-1_Other0000']],
      ['nameless', [/"Id":"[^"]+",/, '']],
    ] as const) {
      lab.handIn(student);
      const file = join(lab.path('class', student), cliFiles.DescribeUserPool);
      const text = lab.read(file).replace(...(change as [RegExp, string]));
      writeFileSync(file, text);
    }
    await lab.grade('class');
    expect(lab.statuses()).to.deep.equal({ liar: 'error', nameless: 'error' });
    expect(reasonOf('liar')).to.match(/but the ARN in it is that of us-east-1_Other0000/);
    expect(reasonOf('nameless')).to.equal('The answer of DescribeUserPool has no Id.');
  });
});
