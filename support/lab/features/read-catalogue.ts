import { createHash } from 'node:crypto';
import { StepKeywordType, type Envelope, type GherkinDocument, type Pickle, type Scenario } from '@cucumber/messages';
import { Problem } from '../../common/problem';
import type { Catalogue, CatalogueCheck, CatalogueTask } from './catalogue';
import { readDescription } from './description';
import { tagValues } from './tag-values';

/**
 * Reads the catalogue from Cucumber's messages about the features. Refuses features that could lead to a wrong
 * verdict: a check without points, a duplicate check, a scenario outside any task, a need that is not a check.
 *
 * @throws Problem that lists every fault with its file and line
 */
export function readCatalogue(envelopes: readonly Envelope[]): Catalogue {
  const documents = envelopes.flatMap(({ gherkinDocument }) => gherkinDocument ?? []);
  const pickles = envelopes.flatMap(({ pickle }) => pickle ?? []);
  const faults: string[] = [];
  const scenarios = new Map(documents.flatMap((document) => scenariosOf(document)));
  const checks = pickles.flatMap((pickle) => readCheck(pickle, scenarios, faults) ?? []);
  findTwins(checks, faults);
  findLooseNeeds(checks, faults);
  findCircles(checks, faults);
  const tasks = readTasks(documents, checks, faults);
  if (faults.length)
    throw new Problem(
      `The features cannot be used as they are:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
      'Correct them and run again. CONTRIBUTING.md describes what every scenario needs.',
    );
  return { tasks, labHash: hashOf(envelopes) };
}

type Place = [id: string, place: { uri: string; scenario: Scenario }];

function scenariosOf({ uri = '', feature }: GherkinDocument): Place[] {
  const children = feature?.children.flatMap((child) => [child, ...(child.rule?.children ?? [])]) ?? [];
  return children.flatMap(({ scenario }): Place[] => (scenario ? [[scenario.id, { uri, scenario }]] : []));
}

function readCheck(
  { astNodeIds, tags, name, steps }: Pickle,
  scenarios: ReadonlyMap<string, Place[1]>,
  faults: string[],
): CatalogueCheck | undefined {
  const found = scenarios.get(astNodeIds[0] ?? '');
  if (!found) throw new Error(`Cucumber names no scenario for "${name}".`);
  const { uri, scenario } = found;
  const place = `${uri}:${scenario.location.line}`;
  const names = tags.map((tag) => tag.name);
  const before = faults.length;
  const fault = (text: string): void => void faults.push(`${place} "${name}": ${text}`);

  const [id, ...others] = tagValues(names, 'check');
  if (id === undefined) fault('it has no @check:ID.');
  else if (others.length) fault(`it has more than one @check: ${[id, ...others].join(', ')}.`);
  const points = tagValues(names, 'points');
  if (points.length !== 1 || !/^\d{1,9}$/.test(points[0] ?? ''))
    fault(points.length ? `@points:${points.join(', @points:')} is not one whole number.` : 'it has no @points:N.');
  const task = names.flatMap((tag) => /^@task-(\d+)$/.exec(tag)?.[1] ?? []);
  if (task.length !== 1) fault(task.length ? `it belongs to the tasks ${task.join(' and ')}.` : 'it has no @task-N.');
  const description = readDescription(scenario.description);
  if ('missing' in description) {
    fault(`its description lacks ${description.missing.map((label) => `"${label}:"`).join(', ')}.`);
    return undefined;
  }
  if (!description.docs.startsWith('https://')) fault(`"Docs:" is not a link: ${description.docs}`);
  if (!scenario.steps.some(({ keywordType }) => keywordType === StepKeywordType.OUTCOME))
    fault('it has no Then step, so that it can come to no verdict.');
  if (faults.length > before) return undefined;
  return {
    id: id ?? '',
    task: Number(task[0]),
    title: name,
    kind: names.includes('@behaviour') ? 'behaviour' : 'setting',
    points: Number(points[0]),
    needs: tagValues(names, 'needs'),
    ...description,
    place,
    steps: steps.map(({ text, argument }) => ({
      text,
      ...(argument?.dataTable && {
        table: argument.dataTable.rows.map(({ cells }) => cells.map(({ value }) => value)),
      }),
    })),
  };
}

function findTwins(checks: readonly CatalogueCheck[], faults: string[]): void {
  const first = new Map<string, CatalogueCheck>();
  for (const check of checks) {
    const twin = first.get(check.id);
    if (twin) faults.push(`${check.place} "${check.title}": @check:${check.id} is taken by ${twin.place}.`);
    else first.set(check.id, check);
  }
}

function findLooseNeeds(checks: readonly CatalogueCheck[], faults: string[]): void {
  const ids = new Set(checks.map(({ id }) => id));
  for (const { place, title, needs } of checks)
    for (const need of needs)
      if (!ids.has(need)) faults.push(`${place} "${title}": @needs:${need} is no check of the lab.`);
}

/** Checks whose needs form a cycle: each would be blocked by another, and none would be the cause. */
function findCircles(checks: readonly CatalogueCheck[], faults: string[]): void {
  const byId = new Map(checks.map((check) => [check.id, check]));
  for (const { id, place, title } of checks) {
    const needed = new Set(byId.get(id)?.needs);
    for (const need of needed) for (const further of byId.get(need)?.needs ?? []) needed.add(further);
    if (needed.has(id)) faults.push(`${place} "${title}": @check:${id} needs itself, by way of what it needs.`);
  }
}

/** Parses the name of a task's feature: `Task 4: Configure Security Requirements`. */
const featureName = /^Task (\d+): (.+)$/;

function readTasks(documents: GherkinDocument[], checks: CatalogueCheck[], faults: string[]): CatalogueTask[] {
  const tasks = new Map<number, CatalogueTask>();
  for (const { uri, feature } of documents) {
    const [, number, title] = featureName.exec(feature?.name ?? '') ?? [];
    if (title === undefined) faults.push(`${uri}: the feature's name is not of the form "Task N: Title".`);
    else if (tasks.has(Number(number))) faults.push(`${uri}: there is another feature of Task ${number}.`);
    else
      tasks.set(Number(number), {
        id: Number(number),
        title,
        checks: checks.filter(({ task }) => task === Number(number)),
      });
  }
  for (const { task, place } of checks)
    if (!tasks.has(task)) faults.push(`${place}: there is no feature of Task ${task}.`);
  if (!checks.length && !faults.length) faults.push('there is no scenario in them.');
  return [...tasks.values()].sort((a, b) => a.id - b.id);
}

/** The hash of the features' text. Ignores line ends, so that a checkout on Windows has the same hash. */
export function hashOf(envelopes: readonly Envelope[]): string {
  const sources = envelopes.flatMap(({ source }) => source ?? []);
  const hash = createHash('sha256');
  for (const { uri, data } of [...sources].sort((a, b) => a.uri.localeCompare(b.uri, 'en')))
    hash.update(`${uri.replaceAll('\\', '/')}\n${data.replaceAll('\r\n', '\n')}\n`);
  return `sha256:${hash.digest('hex')}`;
}
