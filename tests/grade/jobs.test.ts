import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ClassOnDisk } from './class-on-disk';

/** Enough for two workers. */
const size = 70;
const dates = /\d{4}-\d\d-\d\dT[\d:.]*Z|\d{4}-\d\d-\d\d, [\d:]* UTC|in [\d.]+ s\b/g;

describe('A class that is graded by two processes', () => {
  const lab = new ClassOnDisk();
  after(() => lab.remove());

  const written = (folder: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(lab.path(folder), { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .map((path) => [path.slice(lab.path(folder).length + 1), readFileSync(path, 'utf8').replace(dates, 'DATE')]),
    );

  it('has the same files, byte for byte but for dates, as one that is graded by one', async () => {
    for (let at = 0; at < size; at++) lab.handIn(`s${at}`, { mfa: at % 3 ? 'OFF' : 'ON' });
    lab.write('class/torn.json', '{');
    expect((await lab.grade('class', '--jobs', '1')).code).to.equal(2);
    renameSync(lab.path('out'), lab.path('one'));
    expect((await lab.grade('class', '--jobs', '2')).code).to.equal(2);
    const [one, two] = [written('one'), written('out')];
    expect(Object.keys(two).sort()).to.deep.equal(Object.keys(one).sort());
    expect(Object.keys(one).filter((name) => one[name] !== two[name])).to.deep.equal([]);
    expect(Object.keys(one)).to.have.lengthOf(5 + 2 * (size + 1));
  });
});
