import { expect } from 'chai';
import { Polling } from './triggers';

const { signal } = new AbortController();
/** A look that began so long ago that nothing has to be waited for. */
const look = (wasThrottled: boolean) => ({ began: -1_000_000, wasThrottled });

describe('Looking again and again', () => {
  it('is every four seconds, and slower the more AWS throttles', async () => {
    const polling = new Polling();
    expect(polling.how).to.equal('looks every 4 s');
    const hows: string[] = [];
    for (const wasThrottled of [true, true, true, true, true, false, false, false, false, false]) {
      await polling.next(look(wasThrottled), signal);
      hows.push(polling.how);
    }
    expect(hows.map((how) => /\d[\d.]*/.exec(how)?.[0])).to.deep.equal([
      '8',
      '16',
      '32',
      '60',
      '60',
      '30',
      '15',
      '7.5',
      '4',
      '4',
    ]);
  });

  it('ends at once when the watch ends', async () => {
    const end = new AbortController();
    const waiting = new Polling().next({ began: performance.now() + 1_000_000, wasThrottled: false }, end.signal);
    end.abort(new Error('over'));
    expect(await waiting.catch((error: Error) => error.name)).to.equal('AbortError');
  });
});
