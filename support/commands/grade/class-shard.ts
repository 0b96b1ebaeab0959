import * as v from 'valibot';
import { digestOf } from '../../common/json/digest';
import { placesOfShard, quotaGroups, type LivePool } from '../merge/divide';
import { finishShard } from '../merge/manifest';
import type { Shard } from '../merge/shard';
import type { ClassTerms } from './conclude-class';
import type { GradeOptions } from './grade-class';
import type { Entry, Source } from './inputs/entry';
import type { GradebookPlan } from './outputs/gradebook-plan';

/** The places of the learners in a shard: learners with a pool are divided by account and region, others by identifier. */
export function learnersOf(shard: Shard, entries: readonly Entry[]): number[] {
  const pools = entries.flatMap(({ source }) => (source.kind === 'pool' ? [livePool(source)] : []));
  const groupOf = quotaGroups(pools);
  return placesOfShard(
    shard,
    entries.map(({ student, source }) => ({
      id: student,
      ...(source.kind === 'pool' && { group: groupOf(livePool(source)) }),
    })),
  );
}

const livePool = ({ userPoolId, region, roleArn, accountId }: Extract<Source, { kind: 'pool' }>): LivePool => ({
  pool: userPoolId,
  region,
  role: roleArn,
  account: accountId,
});

/** Writes the manifest of a shard, with everything that merge needs for the files about the whole class. */
export function finishClassShard(
  shard: Shard,
  everybody: readonly Entry[],
  places: number[],
  { catalogue, rubric, userPoolName, notes, hints, plan }: ClassTerms,
  { output, keep, format }: Pick<GradeOptions, 'output' | 'keep' | 'format'>,
  asked: object,
): void {
  const { roster } = plan;
  finishShard(output, shard, {
    command: 'grade',
    digests: {
      // Paths may differ between machines; the class may not.
      roster: digestOf({
        learners: everybody.map(({ source, ...entry }) => ({
          ...entry,
          source: { ...source, path: undefined, origin: undefined },
        })),
        notes,
        table: roster?.table ?? null,
      }),
      lab: digestOf({ ...catalogue.lab }),
      rubric: digestOf({ rubric }),
      options: digestOf({ userPoolName: userPoolName ?? null, keep, format: format ?? null, ...asked }),
    },
    of: everybody.length,
    places,
    facts: {
      catalogue,
      rubric,
      ...(userPoolName !== undefined && { userPoolName }),
      notes,
      hints,
      plan: planToKeep(plan),
      entries: places.map((place) => entryToKeep(everybody[place]!)),
    },
  });
}

/** The members of an entry that are used after grading, without its path and its role's external id. */
function entryToKeep({ student, email, source }: Entry): Entry {
  const source_ =
    source.kind === 'pool' || source.kind === 'submission'
      ? { accountId: source.accountId, ...(source.kind === 'pool' && { roleArn: source.roleArn }) }
      : {};
  return {
    student,
    ...(email !== undefined && { email }),
    source: { kind: 'pool', userPoolId: '', ...source_ },
  };
}

/** Keeps the roster only if the gradebook repeats it. */
const planToKeep = ({ roster, ...plan }: GradebookPlan): GradebookPlan =>
  roster && (plan.fill !== undefined || plan.form === 'canvas') ? { ...plan, roster } : plan;

/** The facts that {@link finishClassShard} writes, in outline: the digest of the manifest covers the rest. */
export const classFactsSchema = v.looseObject({
  catalogue: v.looseObject({ tasks: v.array(v.unknown()), labHash: v.string() }),
  rubric: v.looseObject({}),
  userPoolName: v.optional(v.string()),
  notes: v.array(v.string()),
  hints: v.array(v.string()),
  plan: v.looseObject({ form: v.string() }),
  entries: v.array(v.looseObject({ student: v.string() })),
});
