import { dialects, generateMessages } from '@cucumber/gherkin';
import { IdGenerator, SourceMediaType } from '@cucumber/messages';
import { closest } from '../../common/text/closest';
import type { Fault } from '../lab-folder/fault';
import type { FeatureFile } from '../lab-folder/lab';

/**
 * Parses a feature with Cucumber's parser, in whichever of Gherkin's languages it says.
 *
 * @param uri relative to the lab's folder
 * @returns undefined for a syntax error, which is a fault
 */
export function parseFeature(uri: string, text: string, faults: Fault[]): FeatureFile | undefined {
  const envelopes = generateMessages(text, uri, SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN, {
    includeGherkinDocument: true,
    includePickles: true,
    newId: IdGenerator.uuid(),
  });
  const errors = envelopes.flatMap(({ parseError }) => parseError ?? []);
  for (const { message, source } of errors) {
    const [, language] = /^\(\d+:\d+\): Language not supported: (\S{1,80})/.exec(message) ?? [];
    const near = language === undefined ? undefined : closest(language, Object.keys(dialects));
    faults.push({
      file: uri,
      ...source.location,
      message: `syntax error: ${message}`,
      remedy:
        language === undefined
          ? undefined
          : `${near === undefined ? '' : `Did you mean "# language: ${near}"? `}Use one of Gherkin's languages: en, es, ar, fr, de and others.`,
    });
  }
  const [document] = envelopes.flatMap(({ gherkinDocument }) => gherkinDocument ?? []);
  if (errors.length || !document) return undefined;
  return { uri, text, document, pickles: envelopes.flatMap(({ pickle }) => pickle ?? []) };
}
