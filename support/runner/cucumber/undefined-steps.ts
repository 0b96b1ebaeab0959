import type { AssembledTestCase } from '@cucumber/cucumber/lib/assemble/index';
import { Problem } from '../../common/problem';

/**
 * Refuses steps without exactly one definition before the first scenario starts: an incomplete lab gives no verdicts
 * and creates nothing.
 *
 * @throws Problem that lists them
 */
export function refuseUndefinedSteps(testCases: readonly AssembledTestCase[]): void {
  const unusable = new Set(testCases.flatMap(undefinedIn));
  if (unusable.size)
    throw new Problem(
      `The features have steps that cannot be run:\n${[...unusable].join('\n')}`,
      '"cognito-lab lab steps" lists the phrases that there are; "cognito-lab lab lint" says which was probably meant.',
    );
}

function undefinedIn({ gherkinDocument, pickle, testCase }: AssembledTestCase): string[] {
  const children = gherkinDocument.feature?.children ?? [];
  const steps = [...children, ...children.flatMap(({ rule }) => rule?.children ?? [])].flatMap(
    ({ background, scenario }) => [...(background?.steps ?? []), ...(scenario?.steps ?? [])],
  );
  const lines = new Map(steps.map(({ id, location }) => [id, location.line]));
  return testCase.testSteps.flatMap(({ pickleStepId, stepDefinitionIds = [] }) => {
    const step = pickle.steps.find(({ id }) => id === pickleStepId);
    if (!step || stepDefinitionIds.length === 1) return [];
    const why = stepDefinitionIds.length ? 'is defined more than once' : 'is not defined';
    return [`  ${pickle.uri}:${lines.get(step.astNodeIds[0] ?? '')} "${step.text}" ${why}.`];
  });
}
