import type { Envelope } from '@cucumber/messages';
import type { Catalogue } from '../lab/catalogue';
import { readCatalogue } from '../lab/read-catalogue';
import { Problem } from '../problem';
import { Cucumber } from './cucumber';

/**
 * Reads the features without running them, and finds what would make the run worthless: a syntax error, a step that
 * is not defined or defined twice, and the faults that {@link readCatalogue} finds.
 *
 * @throws Problem
 */
export async function readLab(features?: string[]): Promise<Catalogue> {
  const envelopes: Envelope[] = [];
  await Cucumber.run({ features, dryRun: true }, (envelope) => envelopes.push(envelope));
  const parseErrors = envelopes.flatMap(({ parseError }) => parseError ?? []);
  if (parseErrors.length)
    throw new Problem(
      `A feature file has a syntax error:\n${parseErrors.map(({ source, message }) => `  ${source.uri}: ${message}`).join('\n')}`,
      'Mend it and run again.',
    );
  const catalogue = readCatalogue(envelopes);
  const steps = unusableSteps(envelopes);
  if (steps.length)
    throw new Problem(
      `The features have steps that cannot be run:\n${steps.map((step) => `  ${step}`).join('\n')}`,
      'Use the wording of a step in steps/, or define the step there.',
    );
  return catalogue;
}

/** Every step without exactly one definition, with its place. */
function unusableSteps(envelopes: readonly Envelope[]): string[] {
  const lines = new Map<string, string>();
  for (const { gherkinDocument } of envelopes)
    for (const { background, scenario } of gherkinDocument?.feature?.children ?? [])
      for (const { id, location } of [...(background?.steps ?? []), ...(scenario?.steps ?? [])])
        lines.set(id, `${gherkinDocument?.uri}:${location.line}`);
  const steps = new Map(
    envelopes.flatMap(({ pickle }) => pickle?.steps ?? []).map((step) => [step.id, step] as const),
  );
  const unusable = envelopes.flatMap(({ testCase }) =>
    (testCase?.testSteps ?? []).flatMap(({ pickleStepId, stepDefinitionIds }) => {
      const step = pickleStepId && stepDefinitionIds?.length !== 1 ? steps.get(pickleStepId) : undefined;
      if (!step) return [];
      const why = stepDefinitionIds?.length ? 'is defined more than once' : 'is not defined';
      return [`${lines.get(step.astNodeIds[0] ?? '')} "${step.text}" ${why}.`];
    }),
  );
  return [...new Set(unusable)];
}
