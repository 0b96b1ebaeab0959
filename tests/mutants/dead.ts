import { without, type Assertion } from './assertions';
import type { Mutant } from './mutants';

/**
 * Whether a mutant gets through where an assertion is taken away. None does where the assertion is dead: it says what
 * something else says already, and could be left out.
 *
 * @returns the name of the first mutant that is let through
 */
export const survivorWithout = (assertion: Assertion, mutants: readonly Mutant[]): Promise<string | undefined> =>
  without(assertion, async (lab) => {
    for (const mutant of mutants) {
      const { tasks } = await mutant.run(lab);
      const status = tasks.flatMap(({ checks }) => checks).find(({ id }) => id === assertion.check)?.status;
      // A check that cannot look has not let anything through.
      if (status === 'passed' || status === 'blocked') return mutant.name;
    }
    return undefined;
  });

/** The mutants that an assertion's own check has to catch, each once. */
export const mutantsOf = ({ check }: Assertion, mutants: readonly Mutant[]): Mutant[] =>
  mutants.filter(({ fails, way }) => fails.length === 1 && fails[0] === check && way !== 'CLI output');
