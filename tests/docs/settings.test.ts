import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { documentSettings, page } from '../../scripts/document-settings';

describe('docs/reference/settings.md', () => {
  it('is what `npm run docs:settings` writes', () => {
    expect(readFileSync(page, 'utf8')).to.equal(documentSettings());
  });
});
