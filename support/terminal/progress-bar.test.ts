import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect } from 'chai';
import { ProgressBar } from './progress-bar';

/** What a run of a class shows, as it comes, on a terminal of so many columns; 0 for a pipe. */
function shown(columns: number, of: number): string {
  const stream = Object.assign(new PassThrough(), columns ? { isTTY: true, columns } : {});
  const bar = new ProgressBar(stream as unknown as NodeJS.WriteStream);
  for (let done = 1; done <= of; done++) bar.show(done, of);
  bar.clear();
  return (stream.read() as Buffer).toString();
}

describe('The progress of a class', () => {
  for (const columns of [30, 40, 80, 200])
    it(`shows the count and the time left on a terminal of ${columns} columns, on one line, and goes away`, () => {
      const lines = shown(columns, 400).split('\r');
      const plain = lines.flatMap((line) => stripVTControlCharacters(line).split(/\n|(?<=left)/));
      expect(Math.max(...plain.map(({ length }) => length))).to.be.at.most(columns);
      expect(plain.join('\n')).to.match(/\d+ of 400 learners, \S+ left/);
      expect(lines.join('')).not.to.match(/learners[^\r]*\n[^\r]*learners/);
    });

  it('is a line for every twentieth in a pipe, with nothing that a terminal acts on', () => {
    expect(shown(0, 400).split('\n')).to.have.lengthOf(20 + 1);
    expect(shown(0, 1)).to.equal('1 of 1 learner\n');
    expect(stripVTControlCharacters(shown(0, 400))).to.equal(shown(0, 400));
  });
});
