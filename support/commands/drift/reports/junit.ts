/** JUnit XML: a suite a pool, a case a difference. What could not be looked at is an error, what was waived skipped. */
import { totals, xmlBuilder, type Element, type State } from '../../../reports/render/junit-xml';
import { oneLine, plainText } from '../../../common/text/plain-text';
import { show } from '../../../reports/render/value';
import type { Difference, Drift, PoolDrift } from '../drift-result';
import type { DriftReport } from './report';
import * as words from './wording';

interface Case {
  state: State;
  element: Element;
}

export const junit: DriftReport = (drift) => {
  const builder = xmlBuilder();
  const suites = [
    ...drift.pools.map((pool) => ({ name: words.poolParts(pool).join(', '), cases: casesOf(pool, drift) })),
    ...waiverSuite(drift),
  ];
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': 'cognito-lab drift',
      ...totals(suites.flatMap(({ cases }) => statesOf(cases))),
      testsuite: suites.map(({ name, cases }) => ({
        '@name': oneLine(name),
        ...totals(statesOf(cases)),
        // The common schema has neither fractions nor a zone here.
        '@timestamp': drift.checkedAt.slice(0, 19),
        testcase: cases.map(({ element }) => element),
      })),
    },
  });
};

const statesOf = (cases: readonly Case[]): State[] => cases.map(({ state }) => state);

/** A waiver that waives nothing is no drift, and is not to be lost either. */
function waiverSuite(drift: Drift): { name: string; cases: Case[] }[] {
  const cases = words.idleWaivers(drift).map((text): Case => ({
    state: 'skipped',
    element: {
      '@classname': 'cognito-lab.drift.waivers',
      '@name': oneLine(text),
      skipped: { '@message': oneLine(text) },
    },
  }));
  return cases.length > 0 ? [{ name: 'waivers', cases }] : [];
}

function casesOf(pool: PoolDrift, drift: Drift): Case[] {
  const classname = oneLine(`cognito-lab.drift.${pool.name ?? pool.userPoolId ?? drift.about}`);
  const made = (name: string, state: State, outcome: Element = {}): Case => ({
    state,
    element: { '@classname': classname, '@name': oneLine(name), ...(state === 'passed' ? {} : { [state]: outcome }) },
  });
  return [
    ...pool.differences.map((difference) =>
      difference.waiver
        ? made(difference.path, 'skipped', { '@message': oneLine(`Waived ${words.waiverText(difference.waiver)}`) })
        : made(difference.path, 'failure', {
            '@message': oneLine(`${difference.path}: ${words.kindText(difference)}`),
            '@type': difference.kind,
            '#text': details(difference),
          }),
    ),
    ...pool.unread.map(({ parts, reason, remedy }) =>
      made(parts.join(', '), 'error', {
        '@message': oneLine(reason),
        '@type': 'could not look',
        '#text': [reason, ...(remedy ? [`Remedy: ${remedy}`] : [])].map(plainText).join('\n\n'),
      }),
    ),
    // A suite of nothing would be read as a run that never was.
    made(words.comparedWith(pool, drift), 'passed'),
  ];
}

const details = (difference: Difference): string =>
  [
    `expected: ${difference.expected === undefined ? '(not set)' : show(difference.expected)}`,
    `found: ${difference.actual === undefined ? '(not set)' : show(difference.actual)}`,
    ...(difference.note === undefined ? [] : [`note: ${plainText(difference.note)}`]),
    ...(difference.breaks.length > 0 ? [`breaks: ${difference.breaks.map(oneLine).join(', ')}`] : []),
    `since: ${words.sinceText(difference)}`,
  ].join('\n');
