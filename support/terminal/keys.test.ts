import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { onQuitKey } from './keys';

function keyboard() {
  const modes: boolean[] = [];
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    isRaw: false,
    setRawMode(mode: boolean) {
      modes.push(mode);
      input.isRaw = mode;
    },
  });
  return { input: input as unknown as NodeJS.ReadStream & PassThrough, modes };
}

describe('The keys', () => {
  for (const [key, quits] of [
    ['q', 1],
    ['Q', 1],
    ['\u0003', 1],
    ['\u0004', 1],
    ['x', 0],
    ['\u001b[A', 0],
  ] as const)
    it(`${quits ? 'end' : 'do not end'} it: ${JSON.stringify(key)}`, () => {
      const { input, modes } = keyboard();
      let count = 0;
      const restore = onQuitKey(input, () => count++);
      input.emit('data', Buffer.from(key));
      restore();
      input.emit('data', Buffer.from(key));
      expect(count).to.equal(quits);
      expect(modes).to.deep.equal([true, false]);
    });

  it('are not touched where the input is no terminal', () => {
    const input = new PassThrough() as unknown as NodeJS.ReadStream;
    onQuitKey(input, () => undefined)();
    expect(input.listenerCount('data')).to.equal(0);
  });
});
