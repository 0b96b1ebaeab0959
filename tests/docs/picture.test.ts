import { expect } from 'chai';
import { drawPicture } from '../../scripts/picture';
import { terminalSvg } from '../../scripts/terminal-svg';
import { Page } from './page';

/** Differs from run to run: the pool's id, and the time. */
const steady = (svg: string): string => svg.replace(/us-east-1_\w{9}/, 'POOL').replace(/in \d\.\d s/, 'TIME');

describe('docs/images/report.svg', () => {
  const { text } = new Page('docs/images/report.svg');

  it('is what the report looks like; if not, run: npm run picture', () => {
    expect(steady(text)).to.equal(steady(drawPicture()));
  });

  it('shows a check that passed, one that failed and one that is blocked', () => {
    for (const [symbol, colour] of Object.entries({ '✔': 'green', '✘': 'red', '⊘': 'yellow' }))
      expect(text).to.contain(`class="${colour}">${symbol}</text>`);
  });

  it('is in the README, with words for who cannot see it', () => {
    expect(new Page('README.md').text).to.match(/^!\[.{20,}\]\(docs\/images\/report.svg\)$/m);
  });
});

describe('terminalSvg', () => {
  it('places each run of words by its column, in its look', () => {
    const svg = terminalSvg('\u001b[1mTask\u001b[22m  \u001b[31mfailed\u001b[39m', 'a report');
    expect(svg).to.match(/<text x="20.0" [^>]*class="bold">Task<\/text>/);
    expect(svg).to.match(/<text x="70.4" [^>]*class="red">failed<\/text>/);
  });

  it('counts columns as a terminal does', () => {
    expect(terminalSvg('名前 a  b', 'wide')).to.match(/<text x="87.2" [^>]*>b<\/text>/);
  });

  it('shows markup as text', () => {
    expect(terminalSvg('<b>&', '<i>')).to.contain('>&lt;b&gt;&amp;</text>').and.to.contain('<title>&lt;i&gt;</title>');
  });
});
