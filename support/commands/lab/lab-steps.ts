import { inertJson } from '../../common/text/plain-text';
import { writeReport } from '../../terminal/output';
import { describePhrases, phrasesAsMarkdown, phrasesAsText } from './describe-phrases';

/** `cognito-lab lab steps`. */
export function labSteps(format: 'text' | 'json' | 'markdown'): void {
  const text = {
    text: phrasesAsText,
    markdown: phrasesAsMarkdown,
    json: () => `${inertJson(JSON.stringify(describePhrases(), null, 2))}\n`,
  }[format]();
  writeReport(text);
}
