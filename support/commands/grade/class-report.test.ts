import { expect } from 'chai';
import { classes } from '../../../fixtures/classes';
import { classReport } from './class-report';

describe('What grade says of what several learners handed in', () => {
  const summary = Object.values(classes)[0]!;
  const shared = (pools: number) =>
    classReport(
      {
        ...summary,
        shared: Array.from({ length: pools }, (_, at) => ({
          kind: 'user-pool' as const,
          what: `us-east-1_${at}`,
          students: [`a${at}`, `b${at}`],
        })),
      },
      'out',
    )
      .split('\n')
      .filter((line) => line.includes('handed in by'));

  it('is a line for each of a few', () => {
    expect(shared(2)).to.deep.equal([
      'The user pool us-east-1_0 was handed in by "a0", "b0".',
      'The user pool us-east-1_1 was handed in by "a1", "b1".',
    ]);
  });

  it('is one line with counts where there are many', () => {
    expect(shared(400)).to.deep.equal([
      '400 user pools were handed in by more than one learner, by 800 learners in all: see "shared" in summary.json.',
    ]);
  });
});
