import { createHash } from 'node:crypto';
import { StepKeywordType, type GherkinDocument, type Pickle, type Scenario } from '@cucumber/messages';
import { closest } from '../../common/text/closest';
import { quote } from '../../common/text/shorten';
import type { Fault } from '../lab-folder/fault';
import type { FeatureFile } from '../lab-folder/lab';
import type { Control } from '../result/result';
import type { CatalogueCheck, CatalogueTask } from './catalogue';
import { readDescription } from './description';
import { tagValues } from './tag-values';

/** A check, and where it is declared. */
interface Declared {
  check: CatalogueCheck;
  place: Pick<Fault, 'file' | 'line' | 'column'>;
}

/**
 * The tasks and checks of the features. What could lead to a wrong verdict is a fault: a check without points, a
 * duplicate check, a scenario outside any task, a need that is not a check.
 */
export function readTasks(features: readonly FeatureFile[], faults: Fault[]): CatalogueTask[] {
  const declared = features.flatMap((feature) => {
    const scenarios = new Map(scenariosOf(feature.document).map((scenario) => [scenario.id, scenario]));
    return feature.pickles.flatMap((pickle) => readCheck(feature, pickle, scenarios, faults) ?? []);
  });
  findTwins(declared, faults);
  findLooseNeeds(declared, faults);
  findCircles(declared, faults);
  return tasksOf(features, declared, faults);
}

/** The scenarios of a feature, those of its rules too. */
export const scenariosOf = ({ feature }: GherkinDocument): Scenario[] =>
  (feature?.children ?? [])
    .flatMap((child) => [child, ...(child.rule?.children ?? [])])
    .flatMap(({ scenario }) => scenario ?? []);

/** The id of the control, and a value of the tag that says it: `securityhub.Cognito.5`. */
const controlForm = /^[A-Za-z0-9][\w.:/-]{0,99}$/;

function readCheck(
  { uri }: FeatureFile,
  { astNodeIds, tags, name, steps }: Pickle,
  scenarios: ReadonlyMap<string, Scenario>,
  faults: Fault[],
): Declared | undefined {
  const scenario = scenarios.get(astNodeIds[0] ?? '');
  if (!scenario) throw new Error(`Cucumber names no scenario for "${name}".`);
  const place = { file: uri, ...scenario.location };
  const names = tags.map((tag) => tag.name);
  const before = faults.length;
  const fault = (text: string, remedy?: string): void =>
    void faults.push({ ...place, message: `${quote(name)}: ${text}`, remedy });

  const [id, ...others] = tagValues(names, 'check');
  if (id === undefined) fault('it has no @check:ID.');
  else if (others.length) fault(`it has more than one @check: ${[id, ...others].join(', ')}.`);
  else if (id.length > 100) fault('its @check:ID is too long.', 'Use at most 100 characters.');
  const points = tagValues(names, 'points');
  if (points.length !== 1 || !/^\d{1,9}$/.test(points[0] ?? ''))
    fault(points.length ? `@points:${points.join(', @points:')} is not one whole number.` : 'it has no @points:N.');
  const task = names.flatMap((tag) => /^@task-(\d{1,9})$/.exec(tag)?.[1] ?? []);
  if (task.length !== 1) fault(task.length ? `it belongs to the tasks ${task.join(' and ')}.` : 'it has no @task-N.');
  const controls = [...controlsOf(names, 'control'), ...controlsOf(names, 'against')];
  for (const control of controls)
    if (!controlForm.test(control.id))
      fault(`${quote(control.id)} is no control.`, 'Write it like @control:securityhub.Cognito.5.');
  const description = readDescription(scenario.description);
  if ('missing' in description) {
    fault(
      `its description lacks ${description.missing.map((label) => `"${label}:"`).join(', ')}.`,
      'The labels are the same in every language.',
    );
    return undefined;
  }
  if (!isLink(description.docs))
    fault(`"Docs:" is not a link: ${quote(description.docs)}.`, 'Write one that begins with https://.');
  if (!scenario.steps.some(({ keywordType }) => keywordType === StepKeywordType.OUTCOME))
    fault('it has no Then step, so that it can come to no verdict.');
  if (faults.length > before) return undefined;
  const { why, ...described } = description;
  const check: CatalogueCheck = {
    id: id ?? '',
    task: Number(task[0]),
    title: name,
    kind: names.includes('@behaviour') ? 'behaviour' : 'setting',
    points: Number(points[0]),
    needs: tagValues(names, 'needs'),
    ...described,
    ...(why !== undefined && { why }),
    controls,
    place: `${uri}:${scenario.location.line}`,
    steps: steps.map(({ text, argument }) => ({
      text,
      ...(argument?.dataTable && {
        table: argument.dataTable.rows.map(({ cells }) => cells.map(({ value }) => value)),
      }),
    })),
  };
  return { check, place };
}

const controlsOf = (tags: readonly string[], key: 'control' | 'against'): Control[] =>
  tagValues(tags, key).map((id) => ({ id, ...(key === 'against' && { against: true as const }) }));

/** @param text of `Docs:` */
export function isLink(text: string): boolean {
  try {
    return /^https:\/\/\S+$/.test(text) && new URL(text).hostname.includes('.');
  } catch {
    return false;
  }
}

function findTwins(declared: readonly Declared[], faults: Fault[]): void {
  const first = new Map<string, CatalogueCheck>();
  for (const { check, place } of declared) {
    const twin = first.get(check.id);
    if (twin)
      faults.push({ ...place, message: `${quote(check.title)}: @check:${check.id} is taken by ${twin.place}.` });
    else first.set(check.id, check);
  }
}

function findLooseNeeds(declared: readonly Declared[], faults: Fault[]): void {
  const ids = [...new Set(declared.map(({ check }) => check.id))];
  for (const { check, place } of declared)
    for (const need of check.needs) {
      if (ids.includes(need)) continue;
      const near = closest(need, ids);
      faults.push({
        ...place,
        message: `${quote(check.title)}: @needs:${need} is no check of the lab.`,
        ...(near !== undefined && { remedy: `Did you mean @needs:${near}?` }),
      });
    }
}

/** Checks whose needs form a cycle: each would be blocked by another, and none would be the cause. */
function findCircles(declared: readonly Declared[], faults: Fault[]): void {
  const byId = new Map(declared.map(({ check }) => [check.id, check]));
  for (const { check, place } of declared) {
    const needed = new Set(byId.get(check.id)?.needs);
    for (const need of needed) for (const further of byId.get(need)?.needs ?? []) needed.add(further);
    if (needed.has(check.id))
      faults.push({
        ...place,
        message: `${quote(check.title)}: @check:${check.id} needs itself, by way of what it needs.`,
        remedy: 'Take one of the @needs of the circle away.',
      });
  }
}

/** The number and title of a task: `Task 4: Configure Security Requirements`, in any language. */
export function featureName(name: string): { number: number; title: string } | undefined {
  const [, digits, title] = /^\p{L}[\p{L}\p{M}' -]{0,40} (\d{1,9}) ?[:：] ?(\S.*)$/u.exec(name.trim()) ?? [];
  return title === undefined ? undefined : { number: Number(digits), title };
}

function tasksOf(features: readonly FeatureFile[], declared: readonly Declared[], faults: Fault[]): CatalogueTask[] {
  const tasks = new Map<number, CatalogueTask>();
  for (const { uri, document } of features) {
    const { name = '', location = { line: 1 } } = document.feature ?? {};
    const named = featureName(name);
    const fault = (message: string, remedy?: string): void =>
      void faults.push({ file: uri, ...location, message, remedy });
    if (!named)
      fault(
        'the feature\'s name is not of the form "Task N: Title".',
        'Write it like "Feature: Task 4: Configure security".',
      );
    else if (tasks.has(named.number))
      fault(`there is another feature of Task ${named.number}.`, 'Give each task one feature.');
    else
      tasks.set(named.number, {
        id: named.number,
        title: named.title,
        checks: declared.flatMap(({ check }) => (check.task === named.number ? [check] : [])),
      });
  }
  for (const { check, place } of declared)
    if (!tasks.has(check.task)) faults.push({ ...place, message: `there is no feature of Task ${check.task}.` });
  if (!declared.length && !faults.length) faults.push({ file: 'features', message: 'there is no scenario in them.' });
  return [...tasks.values()].sort((a, b) => a.id - b.id);
}

/** Ignores line ends, so that a checkout on Windows has the same hash. */
export function hashOf(features: readonly Pick<FeatureFile, 'uri' | 'text'>[]): string {
  const hash = createHash('sha256');
  for (const { uri, text } of [...features].sort((a, b) => a.uri.localeCompare(b.uri, 'en')))
    hash.update(`${uri}\n${text.replaceAll('\r\n', '\n')}\n`);
  return `sha256:${hash.digest('hex')}`;
}
