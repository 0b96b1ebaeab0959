import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ClassOnDisk } from '../grade/class-on-disk';
import { kinds, swaps } from './kinds';

/** `HONEST` names another number: the judges of a release take 1,000. */
const honest = Number(process.env.HONEST ?? 1000);

describe('A class with hostile learners', function () {
  const lab = new ClassOnDisk();
  const names = Object.keys(kinds).map((_, at) => `x${String(at).padStart(2, '0')}`);
  const seconds = { alone: 0, together: 0 };
  const swappers: ReturnType<typeof spawn>[] = [];
  const endSwappers = async (): Promise<void> => {
    for (const swapper of swappers.splice(0)) if (swapper.kill('SIGKILL')) await once(swapper, 'close');
  };
  before(async function () {
    if (process.platform === 'win32') this.skip();
    for (let at = 0; at < honest; at++) lab.handIn(`s${at}`);
    const begun = performance.now();
    await lab.grade('class');
    seconds.alone = (performance.now() - begun) / 1000;
    expect(lab.summary().totals.graded).to.equal(honest);
    // Results of an earlier run would be read again, which costs both classes something else.
    rmSync(lab.path('out'), { recursive: true });
    for (const [at, make] of Object.values(kinds).entries()) make(join(lab.path('class'), names[at]!));
    for (const [name, code] of Object.entries(swaps)) {
      lab.handIn(name);
      swappers.push(spawn(process.execPath, ['-e', code, lab.path('class', name)], { stdio: 'ignore' }));
    }
    const again = performance.now();
    const { code, stderr } = await lab.grade('class');
    seconds.together = (performance.now() - again) / 1000;
    await endSwappers();
    expect(code, stderr).to.equal(2);
    expect(stderr).not.to.match(/^\s*::/m);
  });
  after(async () => {
    await endSwappers();
    const rows = [...Object.keys(kinds).map((kind, at): [string, string] => [kind, names[at]!])]
      .concat(Object.keys(swaps).map((name) => [`swaps: ${name}`, name]))
      .map(([kind, name]) => {
        const learner = lab.summary().learners.find(({ student }) => student.startsWith(name));
        return `    ${kind.padEnd(44)} ${learner?.status ?? 'MISSING'}: ${learner?.reasons[0]?.reason.slice(0, 90) ?? ''}`;
      });
    process.stdout.write(`${rows.join('\n')}\n`);
    lab.remove();
    const ratio = (seconds.together / seconds.alone).toFixed(2);
    process.stdout.write(`    ${seconds.together.toFixed(1)} s to ${seconds.alone.toFixed(1)} s alone: ${ratio}\n`);
  });

  it(`grades all of ${honest} honest learners, and writes every file about the class`, () => {
    const learners = lab.summary().learners.filter(({ student }) => student.startsWith('s'));
    expect(learners).to.have.lengthOf(honest);
    expect(learners.filter(({ score }) => score?.earned !== 17)).to.deep.equal([]);
    for (const name of ['gradebook.csv', 'report.html', 'summary.json', 'junit.xml', 'journal.jsonl'])
      expect(existsSync(lab.path('out', name)), name).to.equal(true);
    expect(readdirSync(lab.path('out/results')).filter((name) => name.startsWith('.'))).to.deep.equal([]);
  });

  for (const name of Object.keys(swaps))
    it(`has a right grade, or an error in a short line, for files that are swapped meanwhile: ${name}`, () => {
      const learner = lab.summary().learners.find(({ student }) => student === name);
      expect(learner?.status).to.be.oneOf(['graded', 'error']);
      if (learner?.status === 'graded') expect(learner.score?.earned).to.equal(17);
      else expect(learner?.reasons[0]?.reason).to.have.length.within(1, 1_100).and.not.include('unexpected fault');
    });

  for (const [at, kind] of Object.keys(kinds).entries())
    it(`has an error for ${kind}, in a short line`, () => {
      const learner = lab.summary().learners.find(({ student }) => student.startsWith(names[at]!));
      expect(learner?.status).to.equal('error');
      expect(learner?.reasons[0]?.reason).to.have.length.within(1, 1_100).and.not.include('unexpected fault');
      expect(JSON.stringify(learner).length).to.be.below(30_000);
    });
});
