/** JUnit XML: a suite a pool, a case a difference. What could not be read is an error, what was waived is skipped. */
import { junitXml, type TestCase, type TestSuite } from '../../../reports/render/junit-xml';
import { show } from '../../../reports/render/value';
import type { Difference, Drift, PoolDrift } from '../drift-result';
import type { DriftReport } from './report';
import * as words from './drift-wording';

export const junit: DriftReport = (drift) => {
  const suites: TestSuite[] = [
    ...drift.pools.map((pool) => ({
      name: words.poolParts(pool).join(', '),
      classname: ['drift', pool.name ?? pool.userPoolId ?? drift.about],
      timestamp: drift.checkedAt,
      cases: casesOf(pool, drift),
    })),
    ...waiverSuite(drift),
  ];
  return [...junitXml('cognito-lab drift', suites, (suite) => suite)].join('');
};

/** A waiver without effect is no drift, but must be visible. */
function waiverSuite(drift: Drift): TestSuite[] {
  const cases = words
    .ineffectiveWaivers(drift)
    .map((text): TestCase => ({ name: text, state: 'skipped', message: text }));
  return cases.length > 0
    ? [{ name: 'waivers', classname: ['drift', 'waivers'], timestamp: drift.checkedAt, cases }]
    : [];
}

const casesOf = (pool: PoolDrift, drift: Drift): TestCase[] => [
  ...pool.differences.map((difference): TestCase =>
    difference.waiver
      ? { name: difference.path, state: 'skipped', message: `Waived ${words.waiverText(difference.waiver)}` }
      : {
          name: difference.path,
          state: 'failure',
          message: `${difference.path}: ${words.kindText(difference)}`,
          type: difference.kind,
          text: details(difference),
        },
  ),
  ...pool.unread.map(({ parts, reason, remedy }): TestCase => ({
    name: parts.join(', '),
    state: 'error',
    message: reason,
    type: 'could not look',
    text: [reason, ...(remedy ? [`Remedy: ${remedy}`] : [])].join('\n\n'),
  })),
  // Some readers take a suite without cases for a run that never happened.
  { name: words.comparedWith(pool, drift), state: 'passed' },
];

const details = (difference: Difference): string =>
  [
    `expected: ${difference.expected === undefined ? '(not set)' : show(difference.expected)}`,
    `found: ${difference.actual === undefined ? '(not set)' : show(difference.actual)}`,
    ...(difference.note === undefined ? [] : [`note: ${difference.note}`]),
    ...(difference.breaks.length > 0 ? [`breaks: ${difference.breaks.join(', ')}`] : []),
    `since: ${words.sinceText(difference)}`,
  ].join('\n');
