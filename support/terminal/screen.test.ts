import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect } from 'chai';
import { fit, Screen } from './screen';

const terminal = (columns: number, rows: number) =>
  Object.assign(new PassThrough(), { isTTY: true, columns, rows }) as unknown as NodeJS.WriteStream & PassThrough;

const written = (stream: PassThrough): string => (stream.read() as Buffer | null)?.toString() ?? '';

describe('A screen', () => {
  it('takes the place of what was there, and gives it back', () => {
    const stream = terminal(20, 5);
    const screen = new Screen(stream);
    screen.show(() => ['one']);
    expect(written(stream)).to.equal('\u001b[?1049h\u001b[?25l\u001b[Hone\u001b[K\u001b[J');
    screen.close();
    expect(written(stream)).to.equal('\u001b[?25h\u001b[?1049l');
    screen.close();
    expect(written(stream)).to.equal('');
  });

  it('is drawn again in its place, also when the terminal changes its size', () => {
    const stream = terminal(20, 5);
    const screen = new Screen(stream);
    screen.show(({ columns, rows }) => [`${columns} by ${rows}`]);
    written(stream);
    Object.assign(stream, { columns: 12, rows: 3 });
    stream.emit('resize');
    expect(written(stream)).to.equal('\u001b[H12 by 3\u001b[K\u001b[J');
    screen.close();
    written(stream);
    stream.emit('resize');
    expect(written(stream)).to.equal('');
  });

  it('is never larger than the terminal, which would scroll', () => {
    const stream = terminal(10, 4);
    const screen = new Screen(stream);
    screen.show(() => ['x'.repeat(25), 'y', 'z', 'too much']);
    const lines = stripVTControlCharacters(written(stream)).split('\r\n');
    expect(lines).to.deep.equal(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5), 'y']);
    screen.close();
  });

  it('leaves nothing behind that the process would be told of', () => {
    const before = process.listenerCount('exit');
    const screen = new Screen(terminal(10, 4));
    screen.show(() => []);
    expect(process.listenerCount('exit')).to.equal(before + 1);
    screen.close();
    expect(process.listenerCount('exit')).to.equal(before);
  });

  it('breaks lines by their columns, with wide characters and colours', () => {
    for (const line of fit(['日本語のプール', '\u001b[32mgreen and long\u001b[39m'], 6))
      expect([...stripVTControlCharacters(line)].reduce((sum, c) => sum + (c > '\u2000' ? 2 : 1), 0)).to.be.at.most(6);
  });
});
