/** SARIF 2.1.0, for code scanning: a result a difference, at its line of the baseline or at the lab's feature. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checksOf } from '../../../lab/features/catalogue';
import { readFeatures } from '../../../lab/features/read-features';
import { inertJson, oneLine } from '../../../common/text/plain-text';
import { show } from '../../../reports/render/value';
import type { Difference, PoolDrift } from '../drift-result';
import type { DriftReport } from './report';
import * as words from './wording';

const rules: Record<Difference['against'], { name: string; text: string }> = {
  baseline: {
    name: 'NotAsTheBaseline',
    text: 'A setting of the user pool is not what it was when its baseline was taken.',
  },
  lab: { name: 'NotAsTheLabAsks', text: 'A setting of the user pool is not what the lab asks for.' },
  defaults: { name: 'NotTheRecordedDefault', text: 'AWS filled in another default than the one on record.' },
};

const ruleIds = Object.keys(rules) as Difference['against'][];

export const sarif: DriftReport = (drift) => {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'cognito-lab drift',
            semanticVersion: drift.version,
            rules: ruleIds.map((id) => ({
              id: `drift/${id}`,
              name: rules[id].name,
              shortDescription: { text: rules[id].text },
              defaultConfiguration: { level: 'warning' },
            })),
          },
        },
        invocations: [
          {
            // Whoever reads results only must not take silence for sameness.
            executionSuccessful: drift.status !== 'error',
            endTimeUtc: drift.checkedAt,
            toolExecutionNotifications: [
              ...drift.pools.flatMap(notifications),
              ...words
                .ineffectiveWaivers(drift)
                .map((text) => ({ level: 'warning', message: { text: oneLine(text) } })),
            ],
          },
        ],
        results: drift.pools.flatMap((pool) => pool.differences.map((difference) => resultOf(difference, pool))),
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
        `${words.poolName(pool)}: could not look at ${parts.join(', ')}: ${reason}${remedy ? ` ${remedy}` : ''}`,
      ),
    },
  }));

function resultOf(difference: Difference, pool: PoolDrift): object {
  const { path: setting, against, kind, breaks, waiver, since } = difference;
  return {
    ruleId: `drift/${against}`,
    ruleIndex: ruleIds.indexOf(against),
    level: breaks.length > 0 ? 'error' : 'warning',
    message: { text: oneLine(textOf(difference, pool)) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: placeOf(difference, pool),
          region: { startLine: difference.line ?? 1 },
        },
        logicalLocations: [{ fullyQualifiedName: oneLine(`${words.poolName(pool)}/${setting}`), kind: 'member' }],
      },
    ],
    partialFingerprints: { 'cognitoLabDrift/v1': hash([pool.userPoolId, against, kind, setting]) },
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

/** A file of the repository where there is one: code scanning shows no result that has none. */
function placeOf({ against, breaks, path: setting }: Difference, { baseline }: PoolDrift): object {
  if (against === 'baseline' && baseline) return location(baseline.file);
  if (against === 'defaults') return location(`fixtures/defaults/${recordOf(setting)}.json`);
  const task = checksOf(readFeatures()).find(({ id }) => id === breaks[0])?.task;
  return location(task === undefined ? 'features' : `features/task-${task}.feature`);
}

/** The answer on record that a setting is in. */
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
