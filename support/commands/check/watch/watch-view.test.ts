import { stripVTControlCharacters } from 'node:util';
import { expect } from 'chai';
import stringWidth from 'string-width';
import { samples } from '../../../../fixtures/results';
import { firstLines, laterLines, outageLines, watchScreen, type Seen, type SeenChange } from './watch-view';

const at = new Date(2026, 10, 27, 15, 4, 5);
const change: SeenChange = { id: 'app-client', title: 'There is an app client', from: 'failed', to: 'passed', at };
const seen: Seen = { result: samples.failing, at, changes: [change], how: 'told of every change' };

const screen = (of: Seen, columns: number, rows: number, more = {}): string[] =>
  watchScreen(of, { colour: false, unicode: true, width: columns, rows, ...more });

describe('The screen of a watch', () => {
  it('has the tasks and what is wrong in them, what changed, and what to do next', () => {
    const text = screen(seen, 100, 60).join('\n');
    for (const part of [
      'user pool eu-west-1_ishBQmpc7',
      '10 of 22 points: 5 failed, 3 blocked, 9 passed',
      '15:04:05, told of every change',
      '✔ Task 2: Creating a User Pool',
      '✘ Task 7: Integrate your app',
      'app-client',
      '15:04:05 ✔ There is an app client: failed → passed',
      'Next  Make the pool again',
      'q ends the watch.',
    ])
      expect(text).to.include(part);
  });

  for (const columns of [10, 20, 40, 60, 80, 200])
    for (const rows of [1, 2, 5, 10, 16, 24, 60])
      it(`fits a terminal of ${columns} by ${rows}`, () => {
        for (const known of [seen, { ...seen, outage: { at, message: 'It cannot be reached.' } }])
          for (const result of Object.values(samples)) {
            const lines = screen({ ...known, result }, columns, rows, { colour: true });
            expect(lines.length).to.be.within(1, rows);
            for (const line of lines) expect(stringWidth(line)).to.be.at.most(columns);
          }
      });

  it('keeps the verdict where there is room for nothing else', () => {
    expect(screen(seen, 80, 2)[0]).to.include('10 of 22 points');
  });

  it('says that it cannot look, and shows what was seen last', () => {
    const text = screen({ ...seen, outage: { at, message: 'It cannot be reached.', remedy: 'Start it.' } }, 100, 60);
    expect(text.join('\n')).to.include('? Could not look at 15:04:05: It cannot be reached.');
    expect(text.join('\n')).to.include('Next  Start it.');
    expect(text.join('\n')).to.include('✔ Task 2');
  });

  it('needs no colour and no more than ASCII of its own', () => {
    const lines = screen(seen, 80, 60, { unicode: false });
    expect(lines.join('\n')).to.match(/^[\n -~]*$/);
    expect(lines.join('\n')).to.include('failed -> passed');
    expect(screen(seen, 80, 60, { colour: true }).map(stripVTControlCharacters)).to.deep.equal(screen(seen, 80, 60));
  });

  it('lets no text by others act on the terminal', () => {
    for (const line of screen({ ...seen, result: samples.hostile }, 100, 200))
      expect(stripVTControlCharacters(line)).to.equal(line);
  });
});

describe('A watch in a pipe', () => {
  it('says first how everything is, and then what changes, a line each', () => {
    expect(firstLines(seen)).to.include('15:04:05 Task 2: passed, Creating a User Pool');
    expect(laterLines(seen, [change])).to.deep.equal([
      '15:04:05 app-client: failed, now passed (There is an app client)',
      '15:04:05 10 of 22 points: 5 failed, 3 blocked, 9 passed, 2 skipped',
    ]);
    expect(laterLines(seen, [])).to.deep.equal([]);
    expect(outageLines({ at, message: 'Gone.\nReally.', remedy: 'Wait.' })).to.deep.equal([
      '15:04:05 Could not look: Gone. Really.',
      '15:04:05 Wait.',
    ]);
  });
});
