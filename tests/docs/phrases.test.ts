import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { phrasesPage } from '../../scripts/document-phrases';
import { describePhrases, phrasesAsMarkdown, phrasesAsText } from '../../support/commands/lab/describe-phrases';
import { allPhrases } from '../../support/lab/phrases';
import { PhraseBook } from '../../support/lab/phrases/match-phrase';

describe('docs/reference/phrases.md', () => {
  it('is what the phrases say of themselves; if not, run: npm run docs:phrases', () => {
    expect(readFileSync(phrasesPage, 'utf8')).to.equal(phrasesAsMarkdown());
  });

  it('has every phrase, with examples that say it', () => {
    const book = new PhraseBook();
    const text = phrasesAsText();
    for (const phrase of allPhrases) {
      expect(text).to.include(phrase.expression);
      for (const example of phrase.examples)
        expect(book.match(example.split('\n')[0] ?? '')?.phrase.expression, example).to.equal(phrase.expression);
    }
    expect(describePhrases().phrases).to.have.lengthOf(allPhrases.length);
  });
});
