import { expect } from 'chai';
import { ArchiveShares } from './archive-shares';

const limits = { entries: 10, bytes: 1000, fileBytes: 1000, learner: { entries: 5, bytes: 400 } };

const sharesOf = (entries: [path: string, bytes: number][]): ArchiveShares => {
  const shares = new ArchiveShares();
  for (const [path, bytes] of entries) shares.add(path.split('/'), bytes);
  return shares;
};
const times = (count: number, path: string, bytes: number): [string, number][] =>
  Array.from({ length: count }, (_, at) => [`${path}/${at}.json`, bytes]);

describe('The shares of a class’s archive', () => {
  const tooLarge: [what: string, entries: [string, number][], owners: string[]][] = [
    ['of nobody where all are small', [...times(4, 'ada', 10), ...times(4, 'ben', 10)], []],
    ['of one with too many bytes', [...times(2, 'ada', 201), ...times(1, 'ben', 10)], ['ada']],
    ['of one with too many files', [...times(6, 'ada', 1), ...times(1, 'ben', 10)], ['ada']],
    [
      'of the largest where all together have too many bytes',
      [...times(1, 'a', 300), ...times(1, 'b', 390), ...times(1, 'c', 200), ...times(1, 'd', 350)],
      ['b'],
    ],
    [
      'of those with the most files where all together have too many',
      [...times(5, 'a', 1), ...times(4, 'b', 9), ...times(2, 'c', 1)],
      ['a'],
    ],
    [
      'of learners in the one folder of an archive',
      [...times(6, 'class/ada', 1), ...times(1, 'class/ben', 1)],
      ['class/ada'],
    ],
    [
      'of files that stand alone',
      [
        ['ada.json', 401],
        ['ben.json', 1],
      ],
      ['ada.json'],
    ],
  ];
  for (const [what, entries, owners] of tooLarge)
    it(`are refused ${what}`, () => {
      expect([...sharesOf(entries).tooLarge(limits).keys()]).to.deep.equal(owners);
    });

  it('are of the entry that they are found under', () => {
    const flat = sharesOf([
      ['ada/a.json', 1],
      ['ben.json', 1],
    ]);
    expect(['ada/a.json', 'ben.json'].map((path) => flat.ownerOf(path.split('/')))).to.deep.equal(['ada', 'ben.json']);
    const wrapped = sharesOf([
      ['class/ada/a.json', 1],
      ['class/ben.json', 1],
    ]);
    expect(wrapped.ownerOf(['class', 'ada', 'x', 'y.json'])).to.equal('class/ada');
  });
});
