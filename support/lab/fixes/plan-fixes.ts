/** The way to put failed checks right: for each by itself, and the shortest one for all of them. */
import type { Fix, ShortestFix } from '../result/result';
import { settingLabel } from '../vocabulary';
import { changeCalls, recreateCalls, type Calls } from './calls';
import { NoCommand, type Evidence, type FailedCheck } from './change';
import { changeSet, isEmpty, texts, type ChangeSet } from './change-set';
import { posix, powershell } from './shell-command';

/** The fixes of failed checks, by id, and the shortest way to have them all. */
export interface FixPlan {
  fixes: Map<string, Fix>;
  /** Absent where nothing can be said. */
  shortest?: ShortestFix;
}

/**
 * Plans how failed checks are put right.
 *
 * What is fixed once the pool exists takes a new pool. All of it is gathered, with every other change, so that the pool
 * is made again once; each check that needs it has the same commands.
 */
export function planFixes(failed: readonly FailedCheck[], evidence: Evidence): FixPlan {
  const known = failed.filter(({ changes }) => !isEmpty(changeSet(changes, evidence)));
  const again = planned(known, evidence, true);
  const fixes = new Map(
    known.map((check) => {
      const { fixed } = changeSet(check.changes, evidence);
      return [check.id, fixed.length ? again : planned([check], evidence, false)] as const;
    }),
  );
  const able = known.filter(
    ({ id, changes }) => fixes.get(id)?.commands.length && !changeSet(changes, evidence).byHand.length,
  );
  if (!able.length) return { fixes };
  const { fixed } = changesOf(able, evidence);
  return { fixes, shortest: { ...planned(able, evidence, fixed.length > 0), checks: able.map(({ id }) => id) } };
}

const changesOf = (checks: readonly FailedCheck[], evidence: Evidence): ChangeSet =>
  changeSet(
    checks.flatMap(({ changes }) => changes),
    evidence,
  );

const planned = (checks: readonly FailedCheck[], evidence: Evidence, isAgain: boolean): Fix =>
  (isAgain ? recreate : change)(changesOf(checks, evidence), evidence);

function change(set: ChangeSet, evidence: Evidence): Fix {
  const updates =
    set.update.length + set.mfa.length + set.clients.size + set.unwantedProviders.length + set.byHand.length;
  return written(updates ? 'update' : 'add', set, () => changeCalls(set, evidence));
}

function recreate(set: ChangeSet, evidence: Evidence): Fix {
  const choices = set.fixed.map(({ setting, value }) => `"${settingLabel(setting) ?? setting}" ${words(value)}`);
  return { ...written('recreate', set, () => recreateCalls(set, evidence)), choices };
}

const allByHand = 'There is no command for this. Set it in the console.';

const restByHand = 'The commands do not do all of it. Set the rest in the console.';

const words = (value: unknown): string => texts(value).join(', ') || (typeof value === 'string' ? value : 'none');

function written(kind: Fix['kind'], { byHand }: ChangeSet, make: () => Calls): Fix {
  try {
    const { calls, notes } = make();
    if (byHand.length) notes.push(calls.length ? restByHand : allByHand);
    return {
      kind,
      commands: calls.map(posix),
      powershell: calls.map(powershell),
      ...(notes.length && { note: notes.join(' ') }),
    };
  } catch (error) {
    if (!(error instanceof NoCommand)) throw error;
    return { kind, commands: [], powershell: [], note: error.message };
  }
}
