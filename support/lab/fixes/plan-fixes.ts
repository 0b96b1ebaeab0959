/** The way to put failed checks right: for each by itself, and the shortest one for all of them. */
import type { Fix, ShortestFix } from '../result/result';
import { settingLabel } from '../vocabulary';
import { changeCalls, recreateCalls, type Calls, type ChangeSet } from './calls';
import { NoCommand, type Change, type Evidence, type FailedCheck } from './change';
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
  const able = known.filter(({ id }) => fixes.get(id)?.commands.length);
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
  const updates = set.update.length + set.mfa.length + set.clients.size + set.unwantedProviders.length;
  return written(updates ? 'update' : 'add', () => changeCalls(set, evidence));
}

function recreate(set: ChangeSet, evidence: Evidence): Fix {
  const choices = set.fixed.map(({ setting, value }) => `"${settingLabel(setting) ?? setting}" ${words(value)}`);
  return { ...written('recreate', () => recreateCalls(set, evidence)), choices };
}

const words = (value: unknown): string => texts(value).join(', ') || (typeof value === 'string' ? value : 'none');

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

function written(kind: Fix['kind'], make: () => Calls): Fix {
  try {
    const { calls, notes } = make();
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

const fixedSettings = /^(?:UsernameAttributes|AliasAttributes|UsernameConfiguration|SchemaAttributes)(?:$|[.[])/;

const isEmpty = (set: ChangeSet): boolean =>
  !set.newUser &&
  set.clients.size === 0 &&
  [set.update, set.mfa, set.fixed, set.newClients, set.unwantedProviders].every(({ length }) => length === 0);

/** Sorts changes by the operation that makes them. */
function changeSet(changes: readonly Change[], evidence: Evidence): ChangeSet {
  const set: ChangeSet = {
    update: [],
    mfa: [],
    fixed: [],
    newClients: [],
    clients: new Map(),
    unwantedProviders: [],
    newUser: false,
  };
  for (const each of changes) sort(each, set, evidence);
  return set;
}

function sort(change: Change, set: ChangeSet, { providers = [], clients = [] }: Evidence): void {
  const { source, setting, value } = change;
  switch (source) {
    case 'DescribeUserPool':
      if (value === undefined) return;
      if (setting === 'MfaConfiguration') set.mfa.push(change);
      else if (fixedSettings.test(setting)) set.fixed.push(change);
      else set.update.push(change);
      return;
    case 'ListIdentityProviders': {
      const wanted = texts(value);
      set.unwantedProviders.push(...providers.filter((name) => !wanted.includes(name)));
      return;
    }
    case 'ListUserPoolClients': {
      const names = new Set(clients.map(({ ClientName }) => ClientName));
      set.newClients.push(...texts(value).filter((name) => !names.has(name)));
      return;
    }
    case 'ListUsers':
      set.newUser = true;
      return;
  }
}
