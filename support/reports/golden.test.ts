import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { samples } from '../../fixtures/results';
import { loadReport, type Format, type ReportOptions } from './';

const folder = path.join(__dirname, '../../fixtures/results/expected');

const plain: ReportOptions = { colour: false, width: 100, unicode: true };

/** What stands in the name of a recorded report, and how it was made. */
const ways: [ending: string, format: Format, options: ReportOptions][] = [
  ['pretty.txt', 'pretty', plain],
  ['pretty-colour.txt', 'pretty', { ...plain, colour: true, width: 80 }],
  ['pretty-narrow-ascii.txt', 'pretty', { ...plain, unicode: false, width: 48 }],
  ['pretty-fix.txt', 'pretty', { ...plain, commands: 'posix' }],
  ['json', 'json', plain],
  ['junit.xml', 'junit', plain],
  ['html', 'html', plain],
  ['md', 'markdown', plain],
];

/** Pages are recorded without their style sheet, which is compared once, with its source. */
const withoutSheet = (report: string): string =>
  report.replace(/<style>[^]*?<\/style>/, '<style></style>').replace(/style-src 'sha256-[^']+'/, "style-src '…'");

const names = ['all-passed', 'failing', 'could-not-look'] as const;

/** Recorded with `UPDATE_GOLDEN=1 npx --no -- mocha support/reports/golden.test.ts`, and read by a person before it is kept. */
describe('Every report, as it was recorded', () => {
  for (const name of names)
    for (const [ending, format, options] of ways)
      it(`${name}.${ending}`, () => {
        const file = path.join(folder, `${name}.${ending}`);
        const report = withoutSheet(loadReport(format)(samples[name], options));
        if (process.env.UPDATE_GOLDEN) {
          mkdirSync(folder, { recursive: true });
          writeFileSync(file, report);
        }
        expect(existsSync(file), 'recorded').to.be.true;
        expect(report).to.equal(readFileSync(file, 'utf8'));
      });

  it('with the style sheet of the pages', () => {
    const sheets = ['theme', 'style'].map((name) =>
      readFileSync(path.join(__dirname, `render/views/${name}.css`), 'utf8'),
    );
    expect(loadReport('html')(samples.failing, plain)).to.include(`<style>${sheets.join('\n')}</style>`);
  });

  it('with nothing recorded that no report gives any more', () => {
    const wanted = names.flatMap((name) => ways.map(([ending]) => `${name}.${ending}`));
    expect(readdirSync(folder).sort()).to.deep.equal(wanted.sort());
  });
});
