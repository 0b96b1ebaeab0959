import { expect } from 'chai';
import { fitBlocks, githubLimits } from './limits';

describe('Markdown within the limits of GitHub', () => {
  it('is whole where it fits', () => {
    expect(fitBlocks(['a', 'b'], 4)).to.equal('a\n\nb');
  });

  it('is cut between lines, counts bytes, and says that it was cut', () => {
    const blocks = Array.from({ length: 4_000 }, (_, at) => `### Pool ${at}\n${'❌ drift '.repeat(40)}`);
    const text = fitBlocks(blocks, githubLimits.summaryBytes);
    expect(Buffer.byteLength(text)).to.be.within(githubLimits.summaryBytes - 1_000, githubLimits.summaryBytes);
    expect(text).to.match(/❌ drift \n\nThis is not all: .*$|\d\n\nThis is not all: .*$/);
    expect(
      text
        .split('\n')
        .filter((line) => line.startsWith('❌'))
        .every((line) => line.length === 320),
    ).to.be.true;
  });

  it('is cut within a block that is too long by itself', () => {
    const table = ['| a |', '| - |', ...Array.from({ length: 100 }, (_, at) => `| ${at} |`)].join('\n');
    const text = fitBlocks([table], 200, ({ length }) => length);
    expect(text.length).to.be.at.most(200);
    expect(text).to.match(/^\| a \|\n(\| .+ \|\n)+\nThis is not all/);
  });
});
