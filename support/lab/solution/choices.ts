import { Problem } from '../../common/problem';
import { quote } from '../../common/text/shorten';
import { settings, type Setting } from '../settings';
import type { Choice } from './choice';
import { completePlan } from './complete-plan';
import { newDraft, writeInDraft } from './draft';
import { noSuchChoice } from './no-such-choice';
import { emptyPlan, type Plan } from './plan';
import type { Solution } from './solution';
import { wizardChoices } from './wizard-choices';

const ofSetting = (setting: Setting): Choice => ({
  label: setting.label,
  of: setting.of,
  values: setting.values,
  setting,
  ...(setting.place.wizardStep && { wizardStep: setting.place.wizardStep }),
  ...(setting.fixed && { fixed: true as const }),
  apply: (draft, value) => writeInDraft(draft, setting, setting.values.toAws(value)),
});

/**
 * Every choice that a learner can make, those of the wizard first. Choices of groups, users, resource servers and
 * identity providers stand in the objects of "Groups", "Users" and so on; those of an app client stand beside the
 * pool's for the client that the wizard makes, and in the objects of "App clients" for further ones.
 */
export const choices: readonly Choice[] = [
  ...wizardChoices,
  ...settings
    .map(ofSetting)
    .filter(({ label, of }) => !wizardChoices.some((own) => own.label === label && own.of === of)),
];

const atTop: ReadonlyMap<string, Choice> = new Map(
  choices.flatMap((choice) => (['user pool', 'app client'].includes(choice.of) ? [[choice.label, choice]] : [])),
);

/**
 * A solution as the calls that it comes to. Any task may hold any choice.
 *
 * @param poolName the name that the class agreed on; wins over the solution's own
 * @throws Problem that names the task and the choice, for one that the console does not offer
 */
export function planOf(solution: Solution, poolName?: string): Plan {
  const draft = newDraft();
  for (const { id, choices: made } of solution.tasks)
    for (const [label, value] of Object.entries(made)) {
      try {
        const choice = atTop.get(label);
        if (!choice) throw noSuchChoice(label, [...atTop.keys()]);
        choice.apply(draft, value);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        throw new Problem(`Solution, Task ${id}, ${quote(label)}: ${error.message}`, error.remedy, { cause: error });
      }
    }
  return draft.isCreated ? completePlan(draft, poolName) : emptyPlan();
}
