import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Problem } from '../problem';
import { DraftFolder } from './draft-folder';

describe('A folder that is made elsewhere', () => {
  let place: string;
  let output: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'draft-'));
    output = join(place, 'out');
  });
  afterEach(() => rmSync(place, { recursive: true }));

  const fill = (draft: DraftFolder): void => {
    mkdirSync(join(draft.path, 'results'));
    writeFileSync(join(draft.path, 'results/a.json'), 'a');
    writeFileSync(join(draft.path, 'summary.json'), 's');
  };
  const left = (): string[] => (readdirSync(place, { recursive: true }) as string[]).sort();
  const whole = ['out', 'out/results', 'out/results/a.json', 'out/summary.json'];

  it('is not there before it is whole', () => {
    const draft = new DraftFolder(output);
    fill(draft);
    expect(existsSync(output)).to.equal(false);
    draft.commit();
    expect(left()).to.deep.equal(whole);
  });

  it('stays the folder that was there, and empty', () => {
    mkdirSync(output, { mode: 0o750 });
    const { ino } = statSync(output);
    const draft = new DraftFolder(output);
    fill(draft);
    expect(readdirSync(output).every((name) => name.startsWith('.'))).to.equal(true);
    draft.commit();
    expect(left()).to.deep.equal(whole);
    expect(statSync(output).ino).to.equal(ino);
  });

  for (const there of [false, true])
    it(`leaves nothing when it is given up, ${there ? 'in an empty folder' : 'where nothing was'}`, () => {
      if (there) mkdirSync(output);
      const draft = new DraftFolder(output);
      fill(draft);
      draft.discard();
      expect(left()).to.deep.equal(there ? ['out'] : []);
    });

  it('takes away what a killed process left beside it', () => {
    mkdirSync(join(place, '.out.merging/results'), { recursive: true });
    writeFileSync(join(place, '.out.merging/old'), 'old');
    const draft = new DraftFolder(output);
    fill(draft);
    draft.commit();
    expect(left()).to.deep.equal(whole);
  });

  it('takes back what a killed process had moved into its place, and nothing else', () => {
    mkdirSync(join(output, '.merging'), { recursive: true });
    writeFileSync(
      join(output, '.merging/.moving'),
      JSON.stringify(['results', 'summary.json', '../mine', '..', '.', '']),
    );
    writeFileSync(join(output, '.merging/summary.json'), 'old');
    mkdirSync(join(output, 'results'));
    writeFileSync(join(output, 'results/old.json'), 'old');
    writeFileSync(join(place, 'mine'), 'mine');
    const draft = new DraftFolder(output);
    fill(draft);
    draft.commit();
    expect(left()).to.deep.equal(['mine', ...whole]);
    expect(readFileSync(join(output, 'summary.json'), 'utf8')).to.equal('s');
  });

  it('refuses a list that was cut, for then nothing was moved, where there is something', () => {
    mkdirSync(join(output, '.merging'), { recursive: true });
    writeFileSync(join(output, '.merging/.moving'), '["mi');
    writeFileSync(join(output, 'mine'), 'mine');
    expect(() => new DraftFolder(output)).to.throw(Problem, 'has something in it');
    expect(readFileSync(join(output, 'mine'), 'utf8')).to.equal('mine');
  });

  for (const there of [false, true])
    it(`overwrites nothing that came meanwhile, ${there ? 'in an empty folder' : 'where nothing was'}`, () => {
      if (there) mkdirSync(output);
      const draft = new DraftFolder(output);
      fill(draft);
      mkdirSync(output, { recursive: true });
      writeFileSync(join(output, 'summary.json'), 'mine');
      expect(() => draft.commit()).to.throw(Problem, 'has something in it');
      draft.discard();
      expect(left()).to.deep.equal(['out', 'out/summary.json']);
      expect(readFileSync(join(output, 'summary.json'), 'utf8')).to.equal('mine');
    });

  it('says what is in the way', () => {
    writeFileSync(join(place, 'file'), '');
    expect(() => new DraftFolder(join(place, 'file/out'))).to.throw(Problem, 'cannot be written');
    expect(() => new DraftFolder(join(place, 'x'.repeat(250)))).to.throw(Problem, 'the name is too long');
  });
});
