import type { Reply } from '../../simulator/server/http';
import { planOfValues } from '../forms/form-solution';
import { initialValues, isEnabled, type FieldErrors, type Field, type Values } from '../forms/field';
import { choiceOfField } from '../forms/field-choice';
import { chosenText, faultList, groupViews } from '../forms/field-view';
import { faultsOf, valuesOf } from '../forms/read-values';
import { catchRefusal } from '../forms/refusals';
import { seeOther } from '../pages/replies';
import { poolPath } from '../pages/addresses';
import { PageNotFound, type Site, type Visit } from '../site';
import { createPlannedPool, tryPlan, withSenders } from './create-planned-pool';
import type { Draft } from './drafts';
import { fieldsOf, steps, wizardFields, type Step } from './steps';

/** The step that asks how messages are sent. */
const messageStep = 4;

/** The address of a step; of a wizard that nobody has begun where there is no draft. */
const stepPath = (draft: Draft | undefined, number: number | 'review', say?: string): string =>
  `/create/${draft?.id ?? 'new'}/${number}${say === undefined ? '' : `?say=${say}`}`;

const stepOf = (number: string | undefined): Step => {
  const step = steps.find((each) => String(each.number) === number);
  if (!step) throw new PageNotFound('The wizard has Steps 1 to 5, and Review.');
  return step;
};

/** The first step that was not filled in. */
const firstOpen = (draft: Draft | undefined): Step | undefined => steps.find(({ number }) => !draft?.done.has(number));

/** `GET /create/DRAFT/N` */
export async function showStep(site: Site, visit: Visit): Promise<Reply> {
  const [id = '', number] = visit.params;
  const step = stepOf(number);
  const draft = site.drafts.get(id);
  if (id !== 'new' && !draft) return seeOther(stepPath(undefined, 1, 'draft-lost'));
  const open = firstOpen(draft);
  if (open && step.number > open.number) return seeOther(stepPath(draft, open.number, 'order'));
  return stepPage(site, visit, step, draft, draft?.values ?? {});
}

/** `POST /create/DRAFT/N` */
export async function takeStep(site: Site, visit: Visit): Promise<Reply> {
  const [id = '', number] = visit.params;
  const step = stepOf(number);
  const fields = fieldsOf(step);
  const sent = valuesOf(visit.form, fields);
  const known = site.drafts.get(id);
  const faults = faultsOf(fields, sent);
  if (Object.keys(faults).length) return stepPage(site, visit, step, known, sent, faults);
  // Another pool is made of the same answers: the first one stays what it is.
  const draft = !known || known.made ? site.drafts.start(known) : known;
  const values = { ...draft.values, ...sent };
  // What AWS refuses of the steps so far is shown at this step, not at the end.
  const soFar = steps.filter((each) => each.number <= step.number && (each === step || draft.done.has(each.number)));
  const outcome = await catchRefusal(fields, () => {
    const plan = planOfValues(soFar.flatMap(fieldsOf), values);
    return tryPlan(step.number < messageStep ? withSenders(plan, site.owner) : plan, site.owner);
  });
  if (outcome.faults) return stepPage(site, visit, step, known, sent, outcome.faults);
  draft.values = values;
  draft.done.add(step.number);
  const lost = id !== 'new' && !known ? 'draft-lost' : known?.made ? 'another-pool' : undefined;
  const open = firstOpen(draft);
  if (!open) return seeOther(stepPath(draft, nextOf(step), lost));
  const isSkipped = open.number < step.number;
  return seeOther(stepPath(draft, isSkipped ? open.number : nextOf(step), lost ?? (isSkipped ? 'order' : undefined)));
}

const nextOf = ({ number }: Step): number | 'review' => (number === steps.length ? 'review' : number + 1);

function stepPage(
  site: Site,
  visit: Visit,
  step: Step,
  draft: Draft | undefined,
  values: Values,
  faults: FieldErrors = {},
): Promise<Reply> {
  const fields = fieldsOf(step);
  return site.page(visit, 'step', {
    title: `Step ${step.number}: ${step.title}`,
    status: Object.keys(faults).length ? 422 : 200,
    step,
    steps: stepList(draft, step.number),
    groups: groupViews(step.groups, { ...initialValues(fields), ...values }, faults),
    faults,
    faultList: faultList(fields, faults),
    action: stepPath(draft, step.number),
    previous: step.number > 1 ? stepPath(draft, step.number - 1) : undefined,
  });
}

/** The steps as they stand above each; those that were filled in, and the next one, lead there. */
function stepList(draft: Draft | undefined, here: number | 'review'): object[] {
  const open = firstOpen(draft)?.number ?? steps.length + 1;
  const list = steps.map(({ number, title }) => ({
    title: `Step ${number}: ${title}`,
    path: number !== here && number <= open ? stepPath(draft, number) : undefined,
    isHere: number === here,
    isDone: draft?.done.has(number) === true,
  }));
  const path = here !== 'review' && open > steps.length ? stepPath(draft, 'review') : undefined;
  return [...list, { title: 'Review and create', path, isHere: here === 'review', isDone: false }];
}

/** `GET /create/DRAFT/review` */
export async function showReview(site: Site, visit: Visit): Promise<Reply> {
  const draft = site.drafts.get(visit.params[0] ?? '');
  if (!draft) return seeOther(stepPath(undefined, 1, visit.params[0] === 'new' ? 'order' : 'draft-lost'));
  const open = firstOpen(draft);
  if (open) return seeOther(stepPath(draft, open.number, 'order'));
  return reviewPage(site, visit, draft);
}

async function reviewPage(site: Site, visit: Visit, draft: Draft, faults: FieldErrors = {}): Promise<Reply> {
  return site.page(visit, 'review', {
    title: 'Review and create',
    status: Object.keys(faults).length ? 422 : 200,
    lacking: await site.askedElsewhere(),
    steps: stepList(draft, 'review'),
    parts: steps.map((step) => ({
      number: step.number,
      title: step.title,
      path: stepPath(draft, step.number),
      rows: fieldsOf(step)
        .filter((field) => isTold(field, draft.values))
        .map((field) => ({ label: field.label, text: chosenText(field, draft.values) })),
    })),
    faults,
    faultList: faultList(wizardFields, faults),
    action: stepPath(draft, 'review'),
    previous: stepPath(draft, steps.length),
  });
}

/** Settings that are left to AWS are not listed. */
const isTold = (field: Field, values: Values): boolean =>
  isEnabled(field, values) &&
  (field.initialIsNone !== true || field.onlyIf !== undefined || choiceOfField(field, values) !== undefined);

/** `POST /create/DRAFT/review`: the last button. Sent twice, it creates one pool. */
export async function finish(site: Site, visit: Visit): Promise<Reply> {
  const draft = site.drafts.get(visit.params[0] ?? '');
  if (!draft) return seeOther(stepPath(undefined, 1, 'draft-lost'));
  await draft.making;
  if (draft.made) return seeOther(`${poolPath(draft.made.userPoolId, 'users')}?say=made-already`);
  const open = firstOpen(draft);
  if (open) return seeOther(stepPath(draft, open.number, 'order'));
  const making = catchRefusal(wizardFields, async () => {
    const plan = planOfValues(wizardFields, draft.values);
    await tryPlan(plan, site.owner);
    draft.made = { userPoolId: await createPlannedPool(site.client(), plan) };
    return draft.made;
  });
  draft.making = making.catch(() => undefined);
  const outcome = await making.finally(() => (draft.making = undefined));
  if (outcome.faults) return reviewPage(site, visit, draft, outcome.faults);
  return seeOther(`${poolPath(outcome.done.userPoolId, 'users')}?say=pool-created`);
}
