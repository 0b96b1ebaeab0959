import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { documentOperations, page } from '../../scripts/document-operations';
import { model } from '../../support/simulator/cognito/model/model';
import { families, operations } from '../../support/simulator/cognito/operations';

describe('docs/reference/simulated-operations.md', () => {
  it('is what `npm run docs:operations` writes', () => {
    expect(readFileSync(page, 'utf8')).to.equal(documentOperations());
  });

  it('names every operation of AWS once, as simulated or as refused', () => {
    const named = [...documentOperations().matchAll(/^(?:\| |- )\[(\w+)\]/gm)].map(([, name]) => name);
    expect(named.sort()).to.deep.equal(Object.keys(model().operations).sort());
  });

  it('has each simulated operation in one family', () => {
    const inFamilies = Object.values(families).flatMap((family) => Object.keys(family));
    expect(inFamilies.sort()).to.deep.equal(Object.keys(operations).sort());
  });

  it('has no operation that AWS has not', () => {
    expect(Object.keys(model().operations)).to.include.members(Object.keys(operations));
  });
});
