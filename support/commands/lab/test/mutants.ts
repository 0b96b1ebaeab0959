import { Problem } from '../../../common/problem';
import { withChoices } from '../../../lab/lab-folder/solutions';
import { choices as known, planOf } from '../../../lab/solution/choices';
import type { Solution } from '../../../lab/solution/solution';
import type { ValueKind } from '../../../lab/settings';

/** The model solution with one choice made otherwise. */
export interface Mutant {
  /** `MFA enforcement: "Optional MFA"`. */
  name: string;
  solution: Solution;
}

/** The most values that a choice is given in place of its own. */
const most = 6;

/**
 * The model solution with each of its choices left out, and with each of the other values that it could have. What
 * comes to the same calls is no mutant, and neither is what nobody could choose.
 */
export function mutantsOf(model: Solution): Mutant[] {
  const seen = new Set([JSON.stringify(planOf(model))]);
  return model.tasks.flatMap(({ choices }) =>
    Object.entries(choices).flatMap(([label, value]) => {
      const kind = known.find((choice) => choice.label === label)?.values;
      const others = [null, ...(kind ? otherValues(kind, value).slice(0, most) : [])];
      return others.flatMap((other): Mutant[] => {
        const solution = withChoices(model, { [label]: other });
        const plan = planText(solution);
        if (plan === undefined || seen.has(plan)) return [];
        seen.add(plan);
        return [{ name: `${label}: ${other === null ? 'left out' : JSON.stringify(other)}`, solution }];
      });
    }),
  );
}

function planText(solution: Solution): string | undefined {
  try {
    return JSON.stringify(planOf(solution));
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

function otherValues({ kind, words = [], min = 0, max = Infinity }: ValueKind, value: unknown): unknown[] {
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  switch (kind) {
    case 'switch':
      return [value !== true && value !== 'on'];
    case 'choice':
      return words.filter((word) => word !== value);
    case 'choices':
    case 'texts':
      return [
        ...list.map((each) => list.filter((other) => other !== each)),
        ...words.filter((word) => !list.includes(word)).map((word) => [...list, word]),
      ];
    case 'number':
      return [Number(value) - 1, Number(value) + 1, min, max].filter(
        (each) => each !== Number(value) && each >= min && each <= max && Number.isFinite(each),
      );
    case 'text':
      return [`${String(value)}2`];
    default:
      return [];
  }
}
