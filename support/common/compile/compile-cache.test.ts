import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';

const root = join(__dirname, '../../..');
const cache = join(root, 'node_modules/.cache/cognito-lab');

const hooks = { 'ts-node': require.resolve('ts-node/register'), 'our own hook': join(__dirname, 'register.js') };

for (const [name, hook] of Object.entries(hooks))
  describe(`What was compiled, with ${name}`, () => {
    let folder: string;
    let file: string;
    /** In the file's text, so that its entry in the cache can be told from all others. */
    const mark = randomUUID();
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'compile-'));
      file = join(folder, 'program.ts');
    });
    afterEach(() => {
      rmSync(folder, { recursive: true });
      for (const entry of entries()) rmSync(join(cache, entry));
    });

    const entries = (): string[] =>
      readdirSync(cache).filter(
        (name) => name.endsWith('.txt') && readFileSync(join(cache, name), 'utf8').includes(mark),
      );
    const run = (says: string): string => {
      const text = `interface Unused {}\n\nconst says: string = ${JSON.stringify(says)}; console.log(says);`;
      writeFileSync(file, `${text} // ${mark}\nconsole.error(new Error('here').stack);\n`);
      const env = { ...process.env, TS_NODE_PROJECT: join(root, 'tsconfig.json') };
      const { stdout, stderr } = spawnSync(process.execPath, ['--require', hook, file], { env, encoding: 'utf8' });
      expect(stderr).to.match(/^Error: here\n[^\n]*program\.ts:4:15/);
      return stdout.trim();
    };

    it('is kept, and taken again', () => {
      expect(run('one')).to.equal('one');
      expect(entries()).to.have.lengthOf(1);
      expect(run('one')).to.equal('one');
      expect(entries()).to.have.lengthOf(1);
    });

    it('is never taken for another text of the same file', () => {
      expect(run('one')).to.equal('one');
      expect(run('two')).to.equal('two');
      expect(entries()).to.have.lengthOf(2);
    });

    const spoilt: [what: string, spoil: (text: string) => string][] = [
      ['is cut', (text) => text.slice(0, -1)],
      ['is another program', () => JSON.stringify({ outputText: `console.log("planted"); // ${mark}` })],
      ['says something else under its hash', (text) => text.replace('one', 'two')],
      ['is no program', () => `null ${mark}`],
    ];
    for (const [what, spoil] of spoilt)
      it(`is compiled anew where the entry ${what}`, () => {
        run('one');
        for (const entry of entries()) {
          const text = readFileSync(join(cache, entry), 'utf8');
          expect(spoil(text)).not.to.equal(text);
          writeFileSync(join(cache, entry), spoil(text));
        }
        expect(run('one')).to.equal('one');
      });
  });
