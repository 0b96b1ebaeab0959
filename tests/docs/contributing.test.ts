import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { codes, Page, root } from './page';

const { rooms, boundaries } = require('../../eslint.config.mjs') as {
  rooms: Record<string, string[]>;
  boundaries: Linter.Config[];
};

const contributing = new Page('CONTRIBUTING.md');
const house = contributing.table('The house');

/** `lab` of `support/lab/`, `steps` of `steps/`. */
const nameOf = (folder: string): string => folder.replace(/^support\//, '').replace(/\/$/, '');
describe('CONTRIBUTING.md', () => {
  it('has every room of the house, and no other', () => {
    const listed = house.map(({ room = '' }) => codes(room)[0] ?? '');
    const rooms = readdirSync(join(root, 'support'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `support/${name}/`);
    expect(listed.filter((room) => room.startsWith('support/')).sort()).to.deep.equal(rooms.sort());
  });

  it('allows the imports that ESLint allows, and no other', () => {
    const named = house.map(({ room = '', 'may import': allowed = '' }) => ({
      room: nameOf(codes(room)[0] ?? ''),
      allowed,
    }));
    const below = (index: number) => named.slice(index + 1).flatMap(({ room }) => (room === 'steps' ? [] : [room]));
    const listed = named.map(({ room, allowed }, index) => {
      if (allowed === 'nothing') return [room, []] as const;
      return [room, allowed === 'everything below' ? below(index) : allowed.split(', ')] as const;
    });
    expect(Object.fromEntries(listed)).to.deep.equal(rooms);
  });

  it('is kept to by ESLint, however a module is loaded', () => {
    const upwards = '../targets/target';
    const text = [
      `import '${upwards}';`,
      `require('${upwards}');`,
      `export type Upwards = import('${upwards}').Target;`,
      `import '../common/problem';`,
    ].join('\n');
    const config = [{ files: ['**/*.ts'], languageOptions: { parser } } as Linter.Config, ...boundaries];
    const refused = new Linter({ cwd: root }).verify(text, config, join(root, 'support/lab/vocabulary.ts'));
    expect(refused.map(({ line }) => line)).to.deep.equal([1, 2, 3]);
  });
});

describe('docs/reference/scripts.md', () => {
  it('has every script, and no other', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
    const listed = new Page('docs/reference/scripts.md')
      .table('All scripts')
      .map(({ script = '' }) => codes(script)[0]?.replace(/^npm (run )?/, ''));
    expect(listed.sort()).to.deep.equal(Object.keys(scripts).sort());
  });
});
