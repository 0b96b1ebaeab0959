import { expect } from 'chai';
import { byComparableForm, difference, isRounded, nearMisses } from './near-misses';

describe('A near miss', () => {
  const pairs: [one: string, other: string, differ: string][] = [
    ['12345', '0012345', 'in leading zeros'],
    ['JDoe@x.edu', 'jdoe@x.edu', 'in capital and small letters'],
    ['jdoe', 'jdoe\u200b', 'in characters that cannot be seen'],
    ['jdoe', '\u00a0jdoe', 'in characters that cannot be seen'],
    ['jose\u0301', 'jos\u00e9', 'in the way that an accent is written'],
    ['123456789012345678', '123456789012345000', 'in what a spreadsheet changes'],
  ];
  for (const [one, other, differ] of pairs)
    it(`of ${JSON.stringify(one)} is ${JSON.stringify(other)}`, () => {
      expect(nearMisses(one, byComparableForm([other, 'x']))).to.deep.equal([other]);
      expect(difference(one, other)).to.equal(differ);
    });

  it('is no other identifier', () => {
    for (const other of ['12346', '123450', '1234', 'S12345', '0', ''])
      expect(nearMisses('12345', byComparableForm([other])), other).to.deep.equal([]);
  });

  it('is nothing that a spreadsheet has rounded: its digits are gone', () => {
    for (const id of ['1.23457E+17', '1,23457E+17', '1E+12', '1.2e17']) expect(isRounded(id), id).to.equal(true);
    for (const id of ['12345', '1.5', 'E17', 'e1e2', '12E', 'x1E+12']) expect(isRounded(id), id).to.equal(false);
  });
});
