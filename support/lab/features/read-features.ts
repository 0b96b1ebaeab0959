import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { generateMessages } from '@cucumber/gherkin';
import { IdGenerator, SourceMediaType, type Envelope, type GherkinDocument, type Pickle } from '@cucumber/messages';
import { packageFolder } from '../../common/package-folder';
import { Problem } from '../../common/problem';
import type { Catalogue } from './catalogue';
import { hashOf, readCatalogue } from './read-catalogue';

/** The feature files of this lab. */
export const featuresFolder = join(packageFolder, 'features');

/**
 * Reads the features. Parses the files with Cucumber's parser, without a run.
 *
 * @param folder the folder of the `*.feature` files
 * @throws Problem for a syntax error, and for the faults that {@link readCatalogue} finds
 */
export function readFeatures(folder = featuresFolder): Catalogue {
  return readCatalogue(readMessages(folder));
}

/** A scenario, and the file that it is from. */
export interface Scenario {
  gherkinDocument: GherkinDocument;
  pickle: Pickle;
}

/**
 * Reads the scenarios of the features, for a run.
 *
 * @throws Problem for a syntax error
 */
export function readScenarios(folder: string): { scenarios: Scenario[]; labHash: string } {
  const messages = readMessages(folder);
  const documents = new Map(messages.flatMap(({ gherkinDocument: one }) => (one ? [[one.uri, one]] : [])));
  return {
    scenarios: messages.flatMap(({ pickle }) => {
      const gherkinDocument = documents.get(pickle?.uri);
      return pickle && gherkinDocument ? [{ gherkinDocument, pickle }] : [];
    }),
    labHash: hashOf(messages),
  };
}

function readMessages(folder: string): Envelope[] {
  const envelopes = featureFiles(folder).flatMap((path) => parse(path, folder));
  const errors = envelopes.flatMap(({ parseError }) => parseError ?? []);
  if (errors.length)
    throw new Problem(
      `A feature file has a syntax error:\n${errors.map(({ source, message }) => `  ${source.uri} ${message}`).join('\n')}`,
      'Correct it and run again.',
    );
  return envelopes;
}

/** The sorted paths of the feature files. @throws Problem if the folder cannot be read */
export function featureFiles(folder = featuresFolder): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.feature'))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    throw new Problem(
      `The features cannot be read: ${(error as Error).message}`,
      'They belong in the folder features of cognito-lab; restore it from the repository.',
      { cause: error },
    );
  }
}

function parse(path: string, folder: string): readonly Envelope[] {
  const uri = join('features', relative(folder, path)).replaceAll('\\', '/');
  const newId = IdGenerator.uuid();
  return generateMessages(readFileSync(path, 'utf8'), uri, SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN, {
    includeSource: true,
    includeGherkinDocument: true,
    includePickles: true,
    newId,
  });
}
