import { CucumberExpression, ParameterType, ParameterTypeRegistry } from '@cucumber/cucumber-expressions';
import type { ReadOperation } from '../settings';
import type { Phrase } from './phrase';
import { allPhrases } from '.';
import { parameters } from './parameter-types';

/** A phrase, and what a step says in it. */
export interface Match {
  phrase: Phrase;
  /** The parameters in order, as step definitions get them. */
  args: unknown[];
}

/** Finds the phrases of steps, without Cucumber and its step definitions. */
export class PhraseBook {
  readonly #expressions: { phrase: Phrase; expression: CucumberExpression }[];

  constructor() {
    const registry = new ParameterTypeRegistry();
    for (const { name, regexp, transformer } of parameters)
      registry.defineParameterType(new ParameterType(name, regexp, null, transformer, false, false));
    this.#expressions = allPhrases.map((phrase) => ({
      phrase,
      expression: new CucumberExpression(phrase.expression, registry),
    }));
  }

  /** @returns undefined for a step that no phrase says */
  match(text: string): Match | undefined {
    for (const { phrase, expression } of this.#expressions) {
      const args = expression.match(text);
      if (args) return { phrase, args: args.map((arg) => arg.getValue(null)) };
    }
    return undefined;
  }

  /** The operations that a step reads; none for one that no phrase says. */
  reads(text: string): ReadOperation[] {
    const match = this.match(text);
    return match ? match.phrase.reads(...match.args) : [];
  }
}
