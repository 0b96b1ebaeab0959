import { examples, isWrong, thingNames, type Example } from '../../fixtures/settings';
import type { Lab } from '../../support/lab/lab-folder';
import { settings, type Setting, type Subject } from '../../support/lab/settings';
import type { Solution } from '../../support/lab/solution/solution';
import { labOfFeatures } from '../support/lab-folder';

/** The lists of a solution, by what they are lists of. */
const lists = { group: 'Groups', user: 'Users', 'resource server': 'Resource servers' } as const;

export const exampleOf = ({ of, name }: Setting): Example | undefined =>
  Object.hasOwn(examples[of], name) ? examples[of][name] : undefined;

/** The settings that are chosen by their own label, and not by which things there are. */
const isChosen = ({ read, of }: Setting): boolean =>
  !(of === 'user pool' && read.path?.startsWith(listOf(read.operation)));
const listOf = (operation: string): string => (operation.startsWith('List') ? '' : 'nothing');

/**
 * The solution that has every setting as its example has it, but for one that is wrong.
 *
 * @param wrong one of the wrong ways of that setting's example
 */
export function solutionWith(setting?: Setting, wrong?: unknown): Solution {
  const rightOf = (of: Subject, thing?: string): Record<string, unknown> =>
    Object.fromEntries(
      settings
        .filter((each) => each.of === of && isChosen(each) && (thing === undefined || exampleOf(each)?.of === thing))
        .map((each) => [each.label, exampleOf(each)?.right]),
    );
  const things: Record<string, Record<string, unknown>> = {
    pool: { ...rightOf('user pool'), ...rightOf('app client') },
    group: rightOf('group'),
    user: {
      'Email address': thingNames.user,
      'Temporary password': 'Welcome-2-the-lab',
      ...rightOf('user'),
    },
    'resource server': rightOf('resource server'),
    campus: { 'Provider type': 'SAML', ...rightOf('identity provider', 'campus') },
    partner: { 'Provider name': 'partner', ...rightOf('identity provider', 'partner') },
  };
  const added: Record<string, Record<string, unknown>[]> = {};
  if (setting) {
    const { value, choices = {}, adds = {} } = isWrong(wrong) ? wrong : { value: wrong };
    const own = things[exampleOf(setting)?.of ?? setting.of] ?? things.pool!;
    if (isChosen(setting)) own[setting.label] = value;
    for (const [label, other] of Object.entries(choices))
      (setting.of === 'identity provider' ? own : (Object.values(things).find((thing) => label in thing) ?? own))[
        label
      ] = other;
    Object.assign(added, adds);
  }
  const { pool, campus, partner, ...others } = things;
  const entries: [string, unknown][] = [
    ['Create user pool', true],
    ...Object.entries(pool ?? {}),
    ...Object.entries(lists).map(([of, label]): [string, unknown] => [
      label,
      [said(others[of]), ...(added[label] ?? [])],
    ]),
    ['Identity providers', [said(campus), said(partner), ...(added['Identity providers'] ?? [])]],
    ...(added['App clients'] ? ([['App clients', added['App clients']]] as [string, unknown][]) : []),
  ];
  return { tasks: [{ id: 1, choices: said(Object.fromEntries(entries)) }] };
}

const said = (choices: Record<string, unknown> = {}): Record<string, unknown> =>
  Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));

/** The id of the check of a setting. */
export const idOf = ({ of, name }: Pick<Setting, 'of' | 'name'>): string =>
  `${of} ${name}`.toLowerCase().replaceAll(' ', '-');

function stepOf(setting: Setting): string {
  const { name, of, values } = setting;
  const { right, step, of: thing = thingNames[of] } = exampleOf(setting)!;
  if (step !== undefined) return step;
  const whose = of === 'user pool' ? '' : ` of the ${of} "${thing}"`;
  const start = `the ${name}${whose} should be`;
  if (values.kind === 'table')
    return `the ${name}${whose} should include\n${rows(Object.entries(right as Record<string, string>))}`;
  if (Array.isArray(right)) return `${start} exactly\n${rows((right as string[]).map((word) => [word]))}`;
  if (typeof right === 'boolean') return `${start} ${right ? 'on' : 'off'}`;
  return `${start} ${values.kind === 'number' || values.kind === 'duration' ? String(right) : `"${right as string}"`}`;
}

const rows = (cells: string[][]): string =>
  cells.map((row) => `      | ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');

/** A lab with one check of every setting. */
export const featureText = (): string =>
  [
    '@task-1',
    'Feature: Task 1: Every setting',
    ...settings.flatMap((setting) => [
      `  @check:${idOf(setting)} @points:1`,
      `  Scenario: ${setting.of}, ${setting.name}`,
      '    Hint: Set it.',
      `    Classic wizard: ${setting.place.classic ?? 'not there'}.`,
      `    Console: ${setting.place.present}.`,
      '    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/what-is-amazon-cognito.html',
      '',
      `    Then ${stepOf(setting)}`,
    ]),
    '',
  ].join('\n');

/** The lab of {@link featureText}. */
export const labOfExamples = (): Lab => labOfFeatures({ 'features/task-1.feature': featureText() });
