import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { schemaFiles } from '../../scripts/write-schemas';
import { validAgainst } from '../support/schemas';
import { WatchedPool } from './pool';

const names = ['drift', 'baseline', 'waivers', 'targets', 'sweep', 'dry-run'];
const ours = schemaFiles().filter(({ path }) => names.some((name) => basename(path) === `${name}-v1.schema.json`));

describe('The published schemas of drift, sweeps and dry runs', () => {
  it('are there', () => expect(ours).to.have.lengthOf(names.length));

  for (const { path, text } of ours)
    it(`is what the code checks with: ${basename(path)}`, () => {
      expect(readFileSync(path, 'utf8'), 'run "npm run schemas"').to.equal(text);
    });

  it('fit what is written', async () => {
    const pool = await WatchedPool.make();
    try {
      expect(validAgainst('drift-v1', await pool.takeBaseline())).to.equal('valid');
      expect(validAgainst('baseline-v1', JSON.parse(readFileSync(pool.baseline, 'utf8')))).to.equal('valid');
      const changed = await pool.check({
        waivers: [{ path: 'UserPool', reason: 'r', expiry: '2027-01-01' }],
        baseline: undefined,
      });
      expect(validAgainst('drift-v1', changed)).to.equal('valid');
      expect(validAgainst('drift-v1', { ...changed, status: 'fine' })).to.match(/status/);
    } finally {
      pool.remove();
    }
  });
});
