import { planOf } from '../../lab/solution/choices';
import type { Plan } from '../../lab/solution/plan';
import type { Solution } from '../../lab/solution/solution';
import { initialValues, isEnabled, type Field, type Values } from './field';
import { valuesOfChoice, choiceOfField } from './field-choice';

/** The choices that a filled-in form amounts to, in the words of a solution. Any task may hold any choice. */
export function solutionOf(fields: readonly Field[], values: Values): Solution {
  const made = fields
    .filter((field) => isEnabled(field, values))
    .map((field): [string, unknown] => [field.label, choiceOfField(field, values)])
    .filter(([, choice]) => choice !== undefined);
  return { tasks: [{ id: 2, choices: { 'Create user pool': true, ...Object.fromEntries(made) } }] };
}

/** The calls that a filled-in form amounts to. @throws Problem for a choice that the lab does not know */
export const planOfValues = (fields: readonly Field[], values: Values): Plan => planOf(solutionOf(fields, values));

/** The values with which a form amounts to a solution. */
export function valuesOfSolution(fields: readonly Field[], { tasks }: Solution): Values {
  const made = Object.assign({}, ...tasks.map(({ choices }) => choices)) as Record<string, unknown>;
  return Object.fromEntries(
    fields.map((field) => {
      const choice = made[field.label];
      const unsaid = field.initialIsNone ? initialValues([field])[field.id] : [];
      return [field.id, choice === undefined ? (unsaid ?? []) : valuesOfChoice(field, choice)];
    }),
  );
}
