/** Writes docs/reference/phrases.md from the phrases: `npm run docs:phrases`. A test fails when the page is another. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { phrasesAsMarkdown } from '../support/commands/lab/describe-phrases';

export const phrasesPage = join(__dirname, '../docs/reference/phrases.md');

if (require.main === module) writeFileSync(phrasesPage, phrasesAsMarkdown());
