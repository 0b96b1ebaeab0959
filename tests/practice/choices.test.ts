import { expect } from 'chai';
import { wrongChoices } from '../../fixtures/corpus/wrong-choices';
import { choices, planOf } from '../../support/lab/solution/choices';
import type { Plan } from '../../support/lab/solution/plan';
import { readLab } from '../../support/lab/lab-folder';
import type { Solution } from '../../support/lab/solution/solution';
import { planOfValues, valuesOfSolution } from '../../support/practice/forms/form-solution';
import { initialValues } from '../../support/practice/forms/field';
import { faultsOf } from '../../support/practice/forms/read-values';
import { wizardFields } from '../../support/practice/wizard/steps';
import { solutionWith } from '../lab/run';

/** A plan without the users: they are created on a page of their own, after the wizard. */
const wizardPart = ({ users: _, ...plan }: Plan): unknown => plan;

const solutions: [string, Solution][] = [
  ['the model solution', readLab().solution],
  ...wrongChoices.map(({ task, what, choices }): [string, Solution] => [what, solutionWith(task, choices)]),
];

describe('The forms of the wizard', () => {
  for (const [what, solution] of solutions)
    it(`come to the calls of ${what}`, () => {
      const values = valuesOfSolution(wizardFields, solution);
      expect(faultsOf(wizardFields, values)).to.deep.equal({});
      expect(wizardPart(planOfValues(wizardFields, values))).to.deep.equal(wizardPart(planOf(solution)));
    });

  it('have every choice that a step of the wizard has, once', () => {
    const labels = wizardFields.map(({ label }) => label);
    expect(labels).to.deep.equal([...new Set(labels)]);
    const asked = new Set(wizardFields.map(({ setting }) => setting));
    for (const { label, wizardStep, setting } of choices)
      if (wizardStep !== undefined && !(setting && asked.has(setting))) expect(labels).to.include(label);
  });

  it('come to the calls of each single choice in them, as its description has it', () => {
    const model = readLab().solution;
    for (const field of wizardFields) {
      // What stands there from the start is no choice: the largest number does not.
      const { max, example: given } = field.values;
      const example = field.kind === 'number' ? max : field.kind === 'duration' ? '2 hours' : given;
      const others = model.tasks.map(({ id, choices: made }) => ({
        id,
        choices: Object.fromEntries(Object.entries(made).filter(([label]) => label !== field.label)),
      }));
      const solution: Solution = { tasks: [...others, { id: 9, choices: { [field.label]: example } }] };
      const values = valuesOfSolution(wizardFields, solution);
      // What counts only with another option is chosen with it.
      const withIt = {
        ...values,
        ...(field.onlyIf && { 'password-policy-mode': ['Custom'], 'provider-types': ['Federated identity providers'] }),
      };
      expect(wizardPart(planOfValues(wizardFields, withIt)), field.label).to.deep.equal(wizardPart(planOf(solution)));
    }
  });

  it('ask for what the tutorial says to select, and leave the rest to AWS', () => {
    const faults = faultsOf(wizardFields, initialValues(wizardFields));
    expect(Object.keys(faults)).to.deep.equal([
      'provider-types',
      'cognito-user-pool-sign-in-options',
      'password-policy-mode',
      'mfa-enforcement',
      'email-provider',
      'user-pool-name',
    ]);
  });
});
