import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ClassOnDisk } from '../grade/class-on-disk';
import { kinds } from './kinds';
import { measured, type Measured } from './measured';

/** `HONEST` names another number: the judges of a release take 1,000. */
const honest = Number(process.env.HONEST ?? 1000);

describe('A class with hostile learners', function () {
  const lab = new ClassOnDisk();
  const rows = Object.entries(kinds).map(([kind, { make, reason }], at) => ({ kind, make, reason, own: `x${at}x` }));
  let alone: Measured;
  let together: Measured | undefined;
  const grade = (): Promise<Measured> => measured(['grade', 'class', '--output', 'out'], lab.place);
  const learnerOf = (own: string) => lab.summary().learners.find(({ student }) => student.includes(own));

  before(async function () {
    if (process.platform === 'win32') this.skip();
    for (let at = 0; at < honest; at++) lab.handIn(`s${at}`);
    alone = await grade();
    expect(lab.summary().totals.graded).to.equal(honest);
    // Results of an earlier run would be read again, which costs both classes something else.
    rmSync(lab.path('out'), { recursive: true });
    for (const { make, own } of rows) make(join(lab.path('class'), own));
    together = await grade();
  });
  after(() => {
    if (!together) return lab.remove();
    for (const { kind, own } of rows) {
      const { status = 'MISSING', reasons = [] } = learnerOf(own) ?? {};
      process.stdout.write(`    ${kind.padEnd(44)} ${status}: ${reasons[0]?.reason.slice(0, 90) ?? ''}\n`);
    }
    lab.remove();
    for (const [what, unit] of [
      ['seconds', 's'],
      ['processor', 's of processor time'],
      ['memory', 'MB of memory'],
    ] as const) {
      const ratio = (together[what] / alone[what]).toFixed(2);
      process.stdout.write(`    ${together[what].toFixed(1)} ${unit} to ${alone[what].toFixed(1)} alone: ${ratio}\n`);
    }
  });

  it(`grades all of ${honest} honest learners, and writes every file about the class`, () => {
    expect(together?.code, together?.stderr).to.equal(2);
    expect(together?.stderr).not.to.match(/^\s*::/m);
    const learners = lab.summary().learners.filter(({ student }) => /^s\d+$/.test(student));
    expect(learners).to.have.lengthOf(honest);
    expect(learners.filter(({ score }) => score?.earned !== 17)).to.deep.equal([]);
    for (const name of ['gradebook.csv', 'report.html', 'summary.json', 'junit.xml', 'journal.jsonl'])
      expect(existsSync(lab.path('out', name)), name).to.equal(true);
    expect(readdirSync(lab.path('out/results')).filter((name) => name.startsWith('.'))).to.deep.equal([]);
  });

  it('takes no more than half as much memory again', function () {
    // A small class needs fewer processes alone.
    if (honest < 1000) this.skip();
    expect(together?.memory).to.be.at.most(1.5 * alone.memory);
  });

  for (const { kind, reason, own } of rows)
    it(`has ${reason === 'graded' ? 'a grade' : 'an error in a short line'} for ${kind}`, () => {
      const learner = learnerOf(own);
      expect(JSON.stringify(learner).length).to.be.below(30_000);
      if (reason === 'graded') {
        expect(learner?.score?.earned).to.equal(17);
        return;
      }
      expect(learner?.status).to.equal('error');
      expect(learner?.reasons[0]?.reason).to.match(reason).and.have.length.within(1, 1_100);
    });
});
