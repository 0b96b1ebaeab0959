import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect } from 'chai';
import { hostile, samples } from '../../fixtures/results';
import { formats, loadReport } from './';

const options = { colour: false, width: 100, unicode: true };

describe('The reports', () => {
  for (const format of formats) {
    it(`end in one newline: ${format}`, () => {
      for (const sample of Object.values(samples)) expect(loadReport(format)(sample, options)).to.match(/[^\n]\n$/);
    });

    it(`say the same twice, and leave the result as it was: ${format}`, () => {
      const before = structuredClone(samples.failing);
      const report = loadReport(format);
      expect(report(samples.failing, options)).to.equal(report(samples.failing, options));
      expect(samples.failing).to.deep.equal(before);
    });

    it(`have nothing in them that a terminal or a page acts on: ${format}`, () => {
      const text = loadReport(format)(hostile, options);
      // eslint-disable-next-line no-control-regex -- looking for control characters is the point
      expect(text).not.to.match(/[\0-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/);
    });

    it(`show every failed finding in full: ${format}`, () => {
      const shown = squeeze(loadReport(format)(samples.failing, options));
      const broken = samples.failing.tasks
        .flatMap(({ checks }) => checks.flatMap(({ findings }) => findings))
        .filter(({ holds }) => !holds);
      expect(broken).not.to.be.empty;
      for (const { expected, actual } of broken)
        for (const value of [expected, actual]) expect(shown).to.include(squeeze(JSON.stringify(value)));
    });
  }

  it('give JSON that is the result, whatever is in it', () => {
    for (const sample of Object.values(samples))
      expect(JSON.parse(loadReport('json')(sample, options))).to.deep.equal(JSON.parse(JSON.stringify(sample)));
  });

  it('load nothing for JSON that JSON does not need', () => {
    const script = `require('ts-node/register');
      require(${JSON.stringify(path.join(__dirname, 'index.ts'))}).loadReport('json');
      console.log(Object.keys(require.cache).filter((file) => !/ts-node|swc|typescript/.test(file)).join('\\n'));`;
    const loaded = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' });
    expect(loaded).to.include('json.ts');
    expect(loaded).not.to.match(/eta|picocolors|wrap-ansi|xml|summary|wording|pretty/);
  });
});

/** What is left when markup's escapes are undone and white space is gone. */
const squeeze = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('\\n', '')
    .replaceAll('\\"', '"')
    .replace(/\s+/g, '');
