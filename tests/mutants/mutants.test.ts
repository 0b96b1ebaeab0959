import { expect } from 'chai';
import { readLab } from '../../support/lab/lab-folder';
import { checksOf } from '../../support/lab/features/catalogue';
import { assertions, without } from './assertions';
import { escape } from './caught';
import { mutantsOf, survivorWithout } from './dead';
import { ownLab } from './lab';
import { pairs, single } from './mutants';

/** `npm run test:mutants` runs them all; here is what it rests on. */
describe('The mutants', () => {
  const singles = single();
  const checks = checksOf(readLab().catalogue).map(({ id }) => id);

  it('have at least one for every check, and none for anything else', () => {
    const wrong = singles.flatMap(({ fails }) => fails);
    expect([...new Set(wrong)]).to.have.members(checks);
  });

  it('have every two setting checks meet in a pair, and no name twice in a way', () => {
    const names = [...singles, ...pairs()].map(({ way, name }) => `${way}: ${name}`);
    expect(new Set(names)).to.have.lengthOf(names.length);
    const met = new Set(pairs().map(({ fails }) => [...fails].sort().join()));
    const wrong = new Set(
      singles.filter(({ way, fails }) => way === 'CLI output' && fails.length).flatMap(({ fails }) => fails),
    );
    expect(met.size).to.equal((wrong.size * (wrong.size - 1)) / 2);
  });

  it('survive where the assertion that catches them is gone, and are named', async () => {
    const [assertion] = assertions().filter(({ check }) => check === 'mfa-off');
    const [mutant] = singles.filter(({ fails }) => fails.includes('mfa-off'));
    if (!assertion || !mutant) throw new Error('There is no mutant of mfa-off.');
    expect(escape(mutant, await mutant.run(ownLab()))).to.be.undefined;
    const escaped = await without(assertion, async (lab) =>
      escape(mutant, await mutant.run({ ...lab, task: undefined })),
    );
    expect(escaped).to.equal('mfa-off did not fail, the result is passed');
    expect(await survivorWithout(assertion, mutantsOf(assertion, singles))).to.equal(mutant.name);
  });

  it('tell a check that fails for another', async () => {
    const [mutant] = singles.filter(({ fails }) => fails.includes('app-client'));
    if (!mutant) throw new Error('There is no mutant of app-client.');
    const result = await mutant.run(ownLab());
    expect(escape({ ...mutant, fails: ['user-created'] }, result)).to.equal(
      'user-created did not fail, app-client failed',
    );
    expect(escape({ ...mutant, fails: [] }, result)).to.include('app-client failed');
  });

  it('leave out every outcome step, and every row of a table but what another step speaks of', () => {
    const of = (id: string): string[] =>
      assertions()
        .filter(({ check }) => check === id)
        .map(({ name }) => name);
    expect(of('first-sign-in').map((name) => name.replace(/^\S+ /, ''))).to.deep.equal([
      'Then a new password should be asked for',
      'And the attributes asked for should be exactly',
      '| Name |',
      '| Preferred username |',
      '| Phone number |',
    ]);
    expect(of('signs-in-by-email').join()).to.include('| Phone number |').and.not.to.include('| Email |');
    expect(new Set(assertions().map(({ check }) => check))).to.have.all.keys(checks);
  });
});
