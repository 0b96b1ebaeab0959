import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import type { SigningKeys } from '../cognito/tokens/keys';
import { keyPool } from './key-pool';

const pause = 5;
const later = (): Promise<void> => sleep(20 * pause);

describe('Spare keys', () => {
  it('are made once somebody has asked, one pair ahead, and no pair is given twice', async () => {
    let made = 0;
    const keys = keyPool(() => Promise.resolve({ id: { kid: `${++made}` } } as SigningKeys), pause);
    await later();
    expect(made).to.equal(0);
    const both = [await keys(), await keys()];
    await later();
    expect(made).to.equal(3);
    const next = keys();
    expect(made).to.equal(3);
    const kids = [...both, await next].map(({ id }) => id.kid);
    expect(kids).to.deep.equal(['1', '2', '3']);
  });

  it('are made again where they could not be made ahead', async () => {
    let made = 0;
    const keys = keyPool(
      () =>
        ++made === 2 ? Promise.reject(new Error('no')) : Promise.resolve({ id: { kid: `${made}` } } as SigningKeys),
      pause,
    );
    await keys();
    await later();
    expect(made).to.equal(2);
    expect((await keys()).id.kid).to.equal('3');
  });
});
