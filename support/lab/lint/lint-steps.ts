import type { Pickle, PickleStep, Scenario, Step } from '@cucumber/messages';
import { Problem } from '../../common/problem';
import { closest } from '../../common/text/closest';
import { quote } from '../../common/text/shorten';
import { scenariosOf } from '../features/read-catalogue';
import type { Fault, FeatureFile } from '../lab-folder';
import { allPhrases, wantedOf, type NamedSetting, type Relation } from '../phrases';
import { PhraseBook, type Match } from '../phrases/match-phrase';
import { settings } from '../settings';
import { attributeName } from '../settings/attributes';
import { passwordPolicy } from '../vocabulary';

/** Steps that no phrase says, values that no setting has, and behaviour in scenarios that only read. */
export function lintSteps(features: readonly FeatureFile[]): Fault[] {
  const book = new PhraseBook();
  return features.flatMap((feature) => {
    const places = new Map(stepsOf(feature).map((step) => [step.id, step.location]));
    return feature.pickles.flatMap((pickle) =>
      pickle.steps.flatMap((step) => {
        const place = places.get(step.astNodeIds[0] ?? '');
        return faultsOf(book, pickle, step).map((fault) => ({ file: feature.uri, ...place, ...fault }));
      }),
    );
  });
}

function stepsOf({ document }: FeatureFile): Step[] {
  const children = document.feature?.children ?? [];
  const backgrounds = [...children, ...children.flatMap(({ rule }) => rule?.children ?? [])];
  const scenarios: Scenario[] = scenariosOf(document);
  return [
    ...backgrounds.flatMap(({ background }) => background?.steps ?? []),
    ...scenarios.flatMap(({ steps }) => steps),
  ];
}

type Found = Pick<Fault, 'message' | 'remedy'>;

function faultsOf(book: PhraseBook, { tags }: Pickle, step: PickleStep): Found[] {
  const match = book.match(step.text);
  if (!match) return [unknownPhrase(step.text)];
  const isBehaviour = tags.some(({ name }) => name === '@behaviour');
  if (match.phrase.kind === 'behaviour' && !isBehaviour)
    return [
      { message: `${quote(step.text)} tries what a setting means.`, remedy: 'Give the scenario the tag @behaviour.' },
    ];
  try {
    checkValues(match, step);
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [{ message: error.message, remedy: error.remedy }];
  }
}

/** @throws Problem for what the phrase cannot say */
function checkValues({ phrase, args }: Match, { argument }: PickleStep): void {
  const rows = argument?.dataTable?.rows.map(({ cells }) => cells.map(({ value }) => value));
  const { argument: wanted, expression } = phrase;
  const below = rows ?? argument?.docString?.content;
  if (wanted === undefined && below !== undefined)
    throw new Problem('Nothing can stand under this step.', 'Take the table or the text away.');
  if (wanted !== undefined && below === undefined)
    throw new Problem(
      `This step needs a ${wanted} under it.`,
      `Write it like this: ${phrase.examples[0].replaceAll('\n', ' ')}`,
    );
  const [first, second, third] = args;
  const named = typeof first === 'object' ? (first as NamedSetting | null) : undefined;
  if (named?.setting) {
    const relation = expression.includes('not be set')
      ? 'not be set'
      : expression.includes('be set')
        ? 'be set'
        : second;
    wantedOf(
      named.setting,
      relation as Relation,
      (third as string | undefined) ?? below,
      expression.startsWith('each of'),
    );
  } else if (expression === 'the password policy should be')
    passwordPolicy(Object.fromEntries((rows ?? []) as [string, string][]));
  else if (expression.includes('their {string}')) attributeName(String(first));
  else if (/sign in by each of|without one of|attributes asked for/.test(expression))
    for (const [cell = ''] of rows ?? []) attributeName(cell);
}

/** What was probably meant: a setting whose name is near, or else a phrase. */
function unknownPhrase(text: string): Found {
  const message = `No phrase says ${quote(text, 200)}.`;
  const see = '"cognito-lab lab steps" lists all phrases.';
  const [, name = ''] = /^(?:each of )?the (.{1,80}?)(?: of (?:the|every) | should )/.exec(text) ?? [];
  const names = [...new Set(settings.map((setting) => setting.name))];
  const near = names.includes(name) ? undefined : closest(name, names);
  if (near !== undefined) return { message, remedy: `Did you mean "the ${near}"? ${see}` };
  const examples = allPhrases.flatMap((phrase) => phrase.examples.map((example) => example.split('\n')[0] ?? ''));
  const phrase = closest(unquoted(text), examples.map(unquoted));
  const example = examples.find((each) => unquoted(each) === phrase);
  return { message, remedy: example === undefined ? see : `Did you mean ${example}? ${see}` };
}

const unquoted = (text: string): string => text.replace(/"[^"]*"/g, '""');
