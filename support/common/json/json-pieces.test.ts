import { expect } from 'chai';
import { classes } from '../../../fixtures/classes';
import { inertJson } from '../text/plain-text';
import { jsonPieces } from './json-pieces';

describe('JSON in pieces', () => {
  const values: object[] = [
    {},
    { a: undefined },
    { a: undefined, b: [], c: undefined, d: null },
    { a: [1, undefined, [2, 3], { b: 'c' }], '"': { d: [1, 2] }, e: undefined },
    { a: ['##', '##vso[task]', '\u202e'], 'b##': '[', c: ['x##', ['y']] },
    ...Object.values(classes),
  ];

  it('is the same as in one', () => {
    for (const value of values) expect([...jsonPieces(value)].join('')).to.equal(JSON.stringify(value));
  });

  it('is made harmless piece by piece as it is in one', () => {
    for (const value of values)
      expect([...jsonPieces(value)].map(inertJson).join('')).to.equal(inertJson(JSON.stringify(value)));
  });

  it('has no piece longer than an item', () => {
    const items = Array.from({ length: 1_000 }, (_, at) => ({ at }));
    expect(Math.max(...[...jsonPieces({ items })].map(({ length }) => length))).to.be.at.most(12);
  });
});
