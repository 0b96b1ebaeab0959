import { expect } from 'chai';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptKeys } from './shared-keys';

describe('The keys of the mock', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mock-keys-'));
    path = join(folder, 'cache/keys.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are made once, and kept whole', async () => {
    const made = await keptKeys(path);
    expect(made.id.kid).not.to.equal(made.access.kid);
    expect(readdirSync(join(folder, 'cache'))).to.deep.equal(['keys.json']);
    expect(await keptKeys(path)).to.deep.equal(made);
  });

  for (const spoilt of ['', '{}', '{"id": {"kid": "a", "privateKey": "b"}, "access": null}'])
    it(`are made anew where what was kept is spoilt: ${spoilt || 'empty'}`, async () => {
      await keptKeys(path);
      writeFileSync(path, spoilt);
      const made = await keptKeys(path);
      expect(made.id.privateKey).to.match(/^-----BEGIN PRIVATE KEY-----/);
      expect(await keptKeys(path)).to.deep.equal(made);
    });

  it('are made all the same where nothing can be kept', async () => {
    writeFileSync(join(folder, 'cache'), 'a file where a folder should be');
    expect((await keptKeys(path)).access.privateKey).to.match(/^-----BEGIN PRIVATE KEY-----/);
  });
});
