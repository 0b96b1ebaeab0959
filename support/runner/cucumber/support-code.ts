import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { IdGenerator } from '@cucumber/messages';
import supportCode from '@cucumber/cucumber/lib/support_code_library_builder/index';
import type { SupportCodeLibrary } from '@cucumber/cucumber/lib/support_code_library_builder/types';
import { packageFolder } from '../../common/package-folder';

/** Where hooks and step definitions are, as cucumber.js says it for Cucumber's own command line. */
const folders = [join(__dirname, '../world'), join(__dirname, '../../../steps')];

/** Loads the hooks and step definitions. Cucumber can do that only once per process. */
export function loadSupportCode(): SupportCodeLibrary {
  const nowhere = { requireModules: [], requirePaths: [], importPaths: [], loaders: [] };
  supportCode.reset(packageFolder, IdGenerator.incrementing(), nowhere);
  for (const folder of folders) for (const path of modulesIn(folder)) require(path);
  const library = supportCode.finalize();
  library.stepDefinitions.forEach(rememberMatches);
  return library;
}

/** Cucumber would match the text of a step again in every scenario that runs it: a fifteenth of the time of a class. */
function rememberMatches({ expression }: SupportCodeLibrary['stepDefinitions'][number]): void {
  const match = expression.match.bind(expression);
  const known = new Map<string, ReturnType<typeof match>>();
  expression.match = (text) => {
    if (!known.has(text)) known.set(text, match(text));
    return known.get(text) ?? null;
  };
}

/** But for tests and type declarations. */
const modulesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => /^[^.]+\.[^.]+$/.test(name) && extname(name) === extname(__filename))
    .sort()
    .map((name) => join(folder, name));
