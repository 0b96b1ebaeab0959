import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Difference, Drift } from '../../support/commands/drift/drift-result';
import { changes, type Scene } from './changes';
import { WatchedPool } from './pool';

const differencesOf = ({ pools }: Drift): Difference[] => pools.flatMap(({ differences }) => differences);

describe('A pool that somebody changes', () => {
  for (const { what, before, change, found, breaks = [] } of changes)
    it(`differs there and nowhere else: ${what}`, async () => {
      const pool = await WatchedPool.make();
      try {
        const scene: Scene = { owner: pool.owner, UserPoolId: pool.id, ClientId: pool.clientId };
        await before?.(scene);
        const taken = await pool.takeBaseline();
        expect(taken.status).to.equal('same');
        await change(scene);
        const drift = await pool.check();
        const differences = differencesOf(drift);
        expect(differences.map(({ kind, path }) => `${kind} ${path}`)).to.have.members(
          found.map((each) => each.replace('CLIENT', scene.ClientId)),
        );
        expect([...new Set(differences.flatMap((difference) => difference.breaks))]).to.have.members(breaks);
        expect(drift.status).to.equal(found.length > 0 ? 'drift' : 'same');
        expect(JSON.stringify(drift)).not.to.contain('a-secret-nobody-may-see');
      } finally {
        pool.remove();
      }
    });

  it('is compared with a baseline of the same lab only, which names it', async () => {
    const pool = await WatchedPool.make();
    try {
      await pool.takeBaseline();
      const text = readFileSync(pool.baseline, 'utf8');
      expect(JSON.parse(text)).to.have.deep.property('lab', { id: 'creating-a-user-pool', version: '1.0.0' });
      writeFileSync(pool.baseline, text.replace('"creating-a-user-pool"', '"another-lab"'));
      const refused = await pool.check().catch((error: Error) => error.message);
      expect(refused).to.match(/was taken by the lab "another-lab", not by "creating-a-user-pool"/);
    } finally {
      pool.remove();
    }
  });
});
