/** SARIF 2.1.0, for code scanning: a result per difference, at its line of the baseline or at the lab's scenario. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CatalogueCheck } from '../../../lab/features/catalogue';
import { inertJson, oneLine } from '../../../common/text/plain-text';
import { show } from '../../../reports/render/value';
import type { Difference, PoolDrift } from '../drift-result';
import { githubLimits } from '../github/limits';
import type { DriftReport } from './report';
import * as words from './drift-wording';

/** What differs, where it breaks no check of the lab. */
const generalRules: Record<Difference['against'], { name: string; text: string; help: string }> = {
  baseline: {
    name: 'NotAsTheBaseline',
    text: 'A setting of the user pool is not what it was when its baseline was taken.',
    help: 'Set it back, waive it, or take a new baseline with --update-baseline.',
  },
  lab: {
    name: 'NotAsTheLabAsks',
    text: 'A setting of the user pool is not what the lab asks for.',
    help: 'Set it as the lab asks, or waive it.',
  },
  defaults: {
    name: 'NotTheRecordedDefault',
    text: 'AWS filled in another default than the recorded one.',
    help: 'If AWS changed it, record the new default in fixtures/defaults with its source and date.',
  },
};

/** A rule for each check of the lab, and for differences that break none. */
const rulesOf = (checks: readonly CatalogueCheck[]): { id: string }[] => [
  ...Object.entries(generalRules).map(([id, { name, text, help }]) => ({
    id: `drift/${id}`,
    name,
    shortDescription: { text },
    help: { text: help },
    defaultConfiguration: { level: 'warning' },
  })),
  ...checks.map(({ id, title, hint, console, docs }) => ({
    id: `check/${id}`.slice(0, 255),
    name: id,
    shortDescription: { text: title },
    help: { text: `${hint}\n\n${console}\n\n${docs}` },
    helpUri: docs,
    defaultConfiguration: { level: 'error' },
  })),
];

export const sarif: DriftReport = (drift, { checks }) => {
  const rules = rulesOf(checks);
  const results = drift.pools.flatMap((pool) => pool.differences.map((difference) => ({ difference, pool })));
  const omitted = results.length - githubLimits.sarifResults;
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'cognito-lab drift',
            semanticVersion: drift.version,
            rules,
          },
        },
        invocations: [
          {
            // An empty list of results must not be read as no difference.
            executionSuccessful: drift.status !== 'error',
            endTimeUtc: drift.checkedAt,
            toolExecutionNotifications: [
              ...drift.pools.flatMap(notifications),
              ...(omitted > 0
                ? [{ level: 'warning', message: { text: `${omitted} results were left out: GitHub takes no more.` } }]
                : []),
              ...words
                .ineffectiveWaivers(drift)
                .map((text) => ({ level: 'warning', message: { text: oneLine(text) } })),
            ],
          },
        ],
        results: results
          .slice(0, githubLimits.sarifResults)
          .map(({ difference, pool }) => resultOf(difference, pool, checks, rules)),
        columnKind: 'utf16CodeUnits',
      },
    ],
  };
  return `${inertJson(JSON.stringify(log, null, 2))}\n`;
};

const notifications = (pool: PoolDrift): object[] =>
  pool.unread.map(({ parts, reason, remedy }) => ({
    level: 'error',
    message: {
      text: oneLine(
        `${words.poolName(pool)}: could not check ${parts.join(', ')}: ${reason}${remedy ? ` ${remedy}` : ''}`,
      ),
    },
  }));

function resultOf(
  difference: Difference,
  pool: PoolDrift,
  checks: readonly CatalogueCheck[],
  rules: readonly { id: string }[],
): object {
  const { path: setting, against, kind, breaks, waiver, since } = difference;
  const broken = checks.find(({ id }) => id === breaks[0]);
  const ruleId = broken ? `check/${broken.id}`.slice(0, 255) : `drift/${against}`;
  return {
    ruleId,
    ruleIndex: rules.findIndex(({ id }) => id === ruleId),
    level: breaks.length > 0 ? 'error' : 'warning',
    message: { text: oneLine(textOf(difference, pool)) },
    locations: [
      {
        physicalLocation: placeOf(difference, pool, broken),
        logicalLocations: [{ fullyQualifiedName: oneLine(`${words.poolName(pool)}/${setting}`), kind: 'member' }],
      },
    ],
    // The only fingerprint that GitHub reads. Without it, differences on one line would be one alert.
    partialFingerprints: { primaryLocationLineHash: hash([pool.userPoolId ?? pool.name, against, kind, setting]) },
    ...(waiver && {
      suppressions: [{ kind: 'external', status: 'accepted', justification: oneLine(words.waiverText(waiver)) }],
    }),
    properties: { kind, breaks, since },
  };
}

function textOf(difference: Difference, pool: PoolDrift): string {
  const { path: setting, expected, actual, breaks, note } = difference;
  const value = (found: unknown): string => (found === undefined ? 'not set' : show(found));
  return [
    `${setting} of ${words.poolName(pool)}: expected ${value(expected)}, found ${value(actual)} (${words.kindText(difference)}).`,
    ...(note === undefined ? [] : [note]),
    ...(breaks.length > 0 ? [`Breaks ${breaks.join(', ')}.`] : []),
  ].join(' ');
}

/** A line of a file in the repository: code scanning shows no result without one. */
function placeOf(
  { against, line, path: setting }: Difference,
  { baseline }: PoolDrift,
  broken: CatalogueCheck | undefined,
): object {
  const place = (file: string, startLine = 1): object => ({ artifactLocation: location(file), region: { startLine } });
  if (against === 'baseline' && baseline) return place(baseline.file, line);
  if (against === 'defaults') return place(`fixtures/defaults/${recordOf(setting)}.json`);
  const [, file = 'features', scenario = '1'] = /^(.*):(\d+)$/.exec(broken?.place ?? '') ?? [];
  return place(file, Number(scenario));
}

/** The recorded answer that a setting is in. */
function recordOf(setting: string): string {
  if (setting.startsWith('UserPoolClients')) return 'app-client';
  return setting.startsWith('MfaConfig') ? 'mfa-config' : 'user-pool';
}

function location(file: string): object {
  const relative = path.relative('', file).split(path.sep);
  if (relative[0] === '..' || path.isAbsolute(relative.join(path.sep))) return { uri: pathToFileURL(file).href };
  return { uri: relative.map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

const hash = (parts: unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');
