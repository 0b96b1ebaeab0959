import type { Envelope } from '@cucumber/messages';
import { Problem } from '../../common/problem';

/** Detects steps without exactly one definition in Cucumber's messages, before the first scenario starts. */
export class UndefinedSteps {
  #lines = new Map<string, string>();
  #texts = new Map<string, { text: string; line: string }>();
  #unusable = new Set<string>();

  /**
   * @throws Problem if a step cannot be run when the first scenario is about to start: an incomplete lab gives no
   *   verdicts and creates nothing
   */
  readonly observe = ({ gherkinDocument, pickle, testCase, testCaseStarted }: Envelope): void => {
    for (const { background, scenario } of gherkinDocument?.feature?.children ?? [])
      for (const { id, location } of [...(background?.steps ?? []), ...(scenario?.steps ?? [])])
        this.#lines.set(id, `${gherkinDocument?.uri}:${location.line}`);
    for (const { id, text, astNodeIds } of pickle?.steps ?? [])
      this.#texts.set(id, { text, line: this.#lines.get(astNodeIds[0] ?? '') ?? pickle?.uri ?? '' });
    for (const { pickleStepId, stepDefinitionIds } of testCase?.testSteps ?? []) {
      const step = pickleStepId !== undefined && stepDefinitionIds?.length !== 1 && this.#texts.get(pickleStepId);
      if (!step) continue;
      const why = stepDefinitionIds?.length ? 'is defined more than once' : 'is not defined';
      this.#unusable.add(`  ${step.line} "${step.text}" ${why}.`);
    }
    if (testCaseStarted && this.#unusable.size)
      throw new Problem(
        `The features have steps that cannot be run:\n${[...this.#unusable].join('\n')}`,
        'Use the wording of a step in steps/, or define the step there.',
      );
  };
}
