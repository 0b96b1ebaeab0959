import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'chai';
import { ClassOnDisk } from '../grade/class-on-disk';
import { swaps } from './swaps';

const honest = 100;

describe('A class with learners who swap their files while it is graded', function () {
  const lab = new ClassOnDisk();
  const swappers: ChildProcess[] = [];
  const endSwappers = async (): Promise<void> => {
    for (const swapper of swappers.splice(0)) if (swapper.kill('SIGKILL')) await once(swapper, 'close');
  };
  const learnerOf = (name: string) => lab.summary().learners.find(({ student }) => student === name);

  before(async function () {
    if (process.platform === 'win32') this.skip();
    for (let at = 0; at < honest; at++) lab.handIn(`s${at}`);
    for (const [name, code] of Object.entries(swaps)) {
      lab.handIn(name);
      swappers.push(spawn(process.execPath, ['-e', code, lab.path('class', name)], { stdio: 'ignore' }));
    }
    await lab.grade('class');
    await endSwappers();
  });
  after(async () => {
    await endSwappers();
    for (const name of Object.keys(swaps)) {
      const { status = 'MISSING', reasons = [] } = learnerOf(name) ?? {};
      const kind = `swaps: ${name}`.padEnd(44);
      process.stdout.write(`    ${kind} ${status}: ${reasons[0]?.reason.slice(0, 90) ?? ''}\n`);
    }
    lab.remove();
  });

  it('grades everybody else', () => {
    const learners = lab.summary().learners.filter(({ student }) => /^s\d+$/.test(student));
    expect(learners).to.have.lengthOf(honest);
    expect(learners.filter(({ score }) => score?.earned !== 17)).to.deep.equal([]);
  });

  for (const name of Object.keys(swaps))
    it(`has a right grade, or an error in a short line, for ${name}`, () => {
      const learner = learnerOf(name);
      expect(learner?.status).to.be.oneOf(['graded', 'error']);
      if (learner?.status === 'graded') expect(learner.score?.earned).to.equal(17);
      else expect(learner?.reasons[0]?.reason).to.have.length.within(1, 1_100).and.not.include('unexpected fault');
    });
});
