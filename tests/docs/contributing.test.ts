import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { codes, Page, root } from './page';

const contributing = new Page('CONTRIBUTING.md');

describe('CONTRIBUTING.md', () => {
  it('has every room of the house, and no other', () => {
    const listed = contributing.table('The house').map(({ room = '' }) => codes(room)[0] ?? '');
    const rooms = readdirSync(join(root, 'support'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `support/${name}/`);
    expect(listed.filter((room) => room.startsWith('support/')).sort()).to.deep.equal(rooms.sort());
  });

  it('has every script, and no other', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
    const listed = contributing.table('Start').map(({ script = '' }) => codes(script)[0]?.replace(/^npm (run )?/, ''));
    expect(listed.sort()).to.deep.equal(Object.keys(scripts).sort());
  });
});
