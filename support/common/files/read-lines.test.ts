import { expect } from 'chai';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readLines } from './read-lines';

describe('the lines of a file', () => {
  let folder: string;
  before(() => {
    folder = fs.mkdtempSync(path.join(tmpdir(), 'lines-'));
  });
  after(() => {
    fs.rmSync(folder, { recursive: true });
  });
  const lines = (content: string, longest = 1e9) => {
    const file = path.join(folder, 'file');
    fs.writeFileSync(file, content);
    return [...readLines(file, longest)];
  };

  it('are whole, however they lie across blocks', () => {
    expect(lines('')).to.deep.equal([]);
    expect(lines('a\n\nb')).to.deep.equal(['a', '', 'b']);
    expect(lines('a\n')).to.deep.equal(['a']);
    const long = ['ü'.repeat(40_000), '€'.repeat(70_000), 'x'];
    expect(lines(`${long.join('\n')}\n`)).to.deep.equal(long);
  });

  it('have a greatest length', () => {
    expect(() => lines('x'.repeat(200_000), 100_000)).to.throw(RangeError);
  });
});
