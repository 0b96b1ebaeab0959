import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { check } from '../../support/api';
import { proveLab } from '../../support/commands/lab/test/prove-lab';
import { readLab } from '../../support/lab/lab-folder';
import { lintLab } from '../../support/lab/lint/lint-lab';

const folder = join(__dirname, '../../examples/labs');

describe('The labs in examples/labs', () => {
  const names = readdirSync(folder).sort();

  it('are these', () => {
    expect(names).to.include.members([
      'admin-only',
      'email-by-ses',
      'hardened',
      'hosted-sign-in',
      'passwordless',
      'totp-required',
    ]);
  });

  for (const name of names)
    describe(name, () => {
      const path = join(folder, name);

      it('has no fault', () => {
        expect(lintLab(path).faults).to.deep.equal([]);
      });

      it('is passed by its model solution', async () => {
        const { status, score, lab } = await check({ lab: path });
        expect(status).to.equal('passed');
        expect(score.earned).to.equal(score.possible);
        expect(lab.id).to.equal(readLab(path).identity.id);
      });

      it('catches what it must, and cites only AWS', async () => {
        const failed: string[] = [];
        let right = 0;
        let wrong = 0;
        for await (const { name: proof, status, detail } of proveLab(readLab(path), 1)) {
          if (status === 'failed') failed.push(`${proof}: ${detail ?? ''}`);
          if (proof.startsWith('right: ')) right += 1;
          if (proof.startsWith('wrong: ')) wrong += 1;
        }
        expect(failed).to.deep.equal([]);
        expect(right).to.be.at.least(2);
        expect(wrong).to.be.at.least(3);
        for (const { text } of readLab(path).features)
          for (const [, link] of text.matchAll(/^ *Docs: (\S+)$/gm))
            expect(link).to.match(/^https:\/\/docs\.aws\.amazon\.com\//);
      });
    });
});
