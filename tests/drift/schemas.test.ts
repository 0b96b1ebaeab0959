import Ajv from 'ajv';
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { schemaFiles } from '../../scripts/write-schemas';
import { WatchedPool } from './pool';

const ours = schemaFiles().filter(({ path }) => /(drift|baseline|waivers|targets)-v1/.test(path));

describe('The published schemas of drift', () => {
  it('are four', () => expect(ours).to.have.lengthOf(4));

  for (const { path, text } of ours)
    it(`is what the code checks with: ${basename(path)}`, () => {
      expect(readFileSync(path, 'utf8'), 'run "npm run schemas"').to.equal(text);
    });

  const validate = (name: string, value: unknown): string => {
    const schema = JSON.parse(ours.find(({ path }) => path.includes(name))?.text ?? '') as object;
    const ajv = new Ajv({ strict: false });
    return ajv.validate(schema, value) ? 'valid' : ajv.errorsText();
  };

  it('fit what is written', async () => {
    const pool = await WatchedPool.make();
    try {
      expect(validate('drift', await pool.takeBaseline())).to.equal('valid');
      expect(validate('baseline', JSON.parse(readFileSync(pool.baseline, 'utf8')))).to.equal('valid');
      const changed = await pool.look({
        waivers: [{ path: 'UserPool', reason: 'r', expiry: '2027-01-01' }],
        baseline: undefined,
      });
      expect(validate('drift', changed)).to.equal('valid');
      expect(validate('drift', { ...changed, status: 'fine' })).to.match(/status/);
    } finally {
      pool.remove();
    }
  });
});
