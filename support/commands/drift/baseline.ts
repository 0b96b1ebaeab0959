import * as v from 'valibot';
import { commandLine } from '../../common/command-line';
import { isAbsent } from '../../common/files/is-absent';
import { Problem } from '../../common/problem';
import { inertJson } from '../../common/text/plain-text';
import { writeAtomic } from '../../common/files/atomic-write';
import { version } from '../../common/version';
import { pathText } from './setting-path';
import { readInputFile } from './read-input-file';
import { parts, type Settings } from './comparable-settings';
import { normalize } from './normalize';

export const BASELINE_SCHEMA = 'cognito-lab/baseline/v1';

const described = (text: string) => v.pipe(v.string(), v.description(text));
const settings = v.record(v.string(), v.unknown());

/**
 * A pool in its approved state. `fixtures/schemas/baseline-v1.schema.json` is generated from this schema for other
 * programs.
 */
export const baselineSchema = v.object({
  schema: v.literal(BASELINE_SCHEMA),
  userPoolId: v.string(),
  region: v.optional(v.string()),
  account: v.optional(described('Masked but for the last four digits')),
  takenAt: described('ISO 8601'),
  version: described('Of the tool that took it'),
  lab: v.pipe(
    v.optional(v.object({ id: v.string(), version: v.string() })),
    v.description('Whose checks these are; absent from baselines of earlier versions'),
  ),
  failedChecks: v.pipe(
    v.array(v.string()),
    v.description('Ids of the checks of the lab that failed: that they still do is no drift'),
  ),
  settings: v.pipe(
    v.object(
      Object.fromEntries(parts.map((part) => [part, settings])) as Record<(typeof parts)[number], typeof settings>,
    ),
    v.description('What AWS answers, made comparable: no order, no dates, no counts, no secrets'),
  ),
});

export type Baseline = Omit<v.InferOutput<typeof baselineSchema>, 'settings'> & { settings: Settings };

/**
 * Reads a baseline.
 *
 * @param userPoolId the pool to compare
 * @throws Problem if the file is not a baseline, or of another pool
 */
export function readBaseline(file: string, userPoolId: string): Baseline {
  const remedy = `Take one: ${commandLine('drift', '--user-pool-id', userPoolId, '--baseline', file, '--update-baseline')}`;
  const baseline = readInputFile(baselineSchema, file, { what: `a baseline (${BASELINE_SCHEMA})`, remedy });
  if (baseline.userPoolId !== userPoolId)
    throw new Problem(
      `${file} is the baseline of the user pool ${baseline.userPoolId}, not of ${userPoolId}.`,
      'Name the baseline of this pool, or another file to take one in.',
    );
  // The file may have been edited: normalize it too.
  return {
    ...baseline,
    settings: Object.fromEntries(parts.map((part) => [part, normalize(baseline.settings[part]) ?? {}])),
  };
}

type Taken = Pick<Baseline, 'userPoolId' | 'region' | 'account' | 'lab' | 'failedChecks' | 'settings'>;

/**
 * Writes a baseline atomically. Keeps the file if only its date would change, so that git shows a change only when
 * the pool changed.
 *
 * @returns the content of the file afterwards
 */
export function writeBaseline(file: string, taken: Taken, takenAt: string): Baseline {
  if (!isAbsent(file)) {
    const known = readBaseline(file, taken.userPoolId);
    if (contentOf(known) === contentOf(taken)) return known;
  }
  const { userPoolId, region, account, lab, failedChecks, settings: found } = taken;
  const baseline: Baseline = {
    schema: BASELINE_SCHEMA,
    userPoolId,
    ...(region && { region }),
    ...(account && { account }),
    takenAt,
    version,
    ...(lab && { lab }),
    failedChecks,
    settings: found,
  };
  writeAtomic(file, baselineText(baseline));
  return baseline;
}

/** One line per member or list item. */
export const baselineText = (baseline: Baseline): string => `${inertJson(JSON.stringify(baseline, null, 2))}\n`;

const contentOf = ({ lab, failedChecks, settings: found }: Taken): string => JSON.stringify([lab, failedChecks, found]);

/** The line number of each setting in the text of a baseline, by path. */
export function linesOf(baseline: Baseline): Map<string, number> {
  const lines = new Map<string, number>();
  const names: string[] = [];
  baselineText(baseline)
    .split('\n')
    .forEach((line, index) => {
      const [, indent = '', name] = /^( *)("(?:[^"\\]|\\.)*"): /.exec(line) ?? [];
      if (name === undefined) return;
      names.length = indent.length / 2;
      names.push(JSON.parse(name) as string);
      const path = names.slice(2);
      if (names[1] === 'settings' && path.length > 0) lines.set(pathText(path), index + 1);
    });
  return lines;
}
