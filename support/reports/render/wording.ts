/** Wording shared by all reports. Not yet escaped for display. */
import type {
  CheckResult,
  CheckStatus,
  LabResult,
  Score,
  TargetDescription,
  TaskResult,
} from '../../lab/result/result';
import type { NextStep, ResultSummary } from './summarize-result';

/** States in words: colours and symbols alone are not accessible. */
export const statusWords: Record<CheckStatus, string> = {
  passed: 'passed',
  failed: 'failed',
  blocked: 'blocked',
  error: 'could not look',
  skipped: 'skipped',
};

/** `1 check`, `2 checks`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** `3 of 4 points`. */
export const scoreText = ({ earned, possible }: Score): string => `${earned} of ${count(possible, 'point')}`;

/** The score of a task, or why it has none: a task that could not be checked has no grade, which is not 0. */
export function taskScoreText(task: TaskResult): string {
  if (task.status === 'error') return 'not graded';
  return task.status === 'skipped' ? 'not counted' : scoreText(task.score);
}

/** `2 failed, 1 blocked, 9 passed`: the number of checks in each state, the worst first. */
export const countsText = (counts: ResultSummary['counts']): string =>
  (['error', 'failed', 'blocked', 'passed', 'skipped'] as const)
    .filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${status === 'error' ? 'could not be checked' : statusWords[status]}`)
    .join(', ');

/** Why a check failed, unless that only repeats its findings. */
export function reasonBesideFindings({ reason, findings }: CheckResult): string | undefined {
  const broken = findings.filter(({ holds }) => !holds);
  const repeats = broken.length > 0 && broken.every(({ setting }) => reason?.includes(setting));
  return repeats ? undefined : reason;
}

/** Follows the findings that do not hold, so that nobody takes these for all. */
export const otherSettingsText = (number: number): string =>
  number === 1 ? 'The other setting of this check is right.' : `The ${number} other settings of this check are right.`;

/** The outcome in a few words: `5 checks to put right`. */
export function verdict({ status }: LabResult, { counts }: ResultSummary): string {
  if (status === 'error') return `Not graded: ${count(counts.error, 'check')} could not be completed`;
  if (counts.failed > 0) return `${count(counts.failed, 'check')} to put right`;
  if (counts.blocked > 0) return `${count(counts.blocked, 'check')} blocked`;
  return counts.passed > 0 ? 'Everything checked is as the lab asks' : 'Nothing was checked';
}

/**
 * What to do next, an entry per paragraph.
 *
 * @param commands whether the commands are in the report, too
 */
export function nextLines(next: NextStep, commands: 'shown' | 'hidden' = 'shown'): string[] {
  switch (next.kind) {
    case 'done':
      return ['Well done: everything that was checked is as the lab asks.'];
    case 'nothing-checked':
      return ['Nothing was checked, so nothing is known. Choose tasks that have checks that apply here.'];
    case 'unblock':
      return [`Put ${next.first.check.blockedBy ?? 'the cause'} right first, then check again.`];
    case 'fix': {
      const { check, task } = next.first;
      const others = next.others > 0 ? ` ${count(next.others, 'more failed check')} can wait until then.` : '';
      return [`Task ${task.id}, ${check.id}: ${check.hint || check.title}`, `Then check again.${others}`];
    }
    case 'shortest':
      return shortestLines(next, commands);
    case 'retry': {
      const [cause] = next.causes;
      const failed = next.failed > 0 ? ' Meanwhile, put right what failed: that was checked.' : '';
      if (!cause || next.causes.length > 1)
        return [
          `Solve the ${next.causes.length} reasons why something could not be checked, then check again.${failed}`,
        ];
      return [[cause.reason, cause.remedy].filter(Boolean).join(' '), `Then check again.${failed}`];
    }
  }
}

function shortestLines(
  { fix, again, others }: Extract<NextStep, { kind: 'shortest' }>,
  commands: 'shown' | 'hidden',
): string[] {
  const number = fix.commands.length;
  const all = `${number === 1 ? 'One command puts' : `${number} commands put`} all ${fix.checks.length} failed checks right`;
  const ways = others > 0 ? all.replace('all ', '').replace('failed checks', 'of the failed checks') : all;
  const see = commands === 'hidden' ? '; --hints fix shows them.' : '.';
  const rest = others > 0 ? ` ${count(others, 'more failed check')} can wait until then.` : '';
  if (fix.kind !== 'recreate')
    return [`${ways}${number === 1 ? see.replace('them', 'it') : see}`, `Then check again.${rest}`];
  const where = again.map(({ check, task }) => `Task ${task.id}, ${check.id}`).join(' and ');
  const others_ = fix.checks.length - again.length;
  return [
    fix.choices?.length
      ? `Make the pool again, with these choices, which are fixed once a pool exists: ${fix.choices.join('; ')}.`
      : `Make the pool again: what is wrong there is fixed once a pool exists (${where}).`,
    ...(others_ > 0 ? [`Put the other ${count(others_, 'failed check')} right in the same go.`] : []),
    ...(number > 0 && commands === 'hidden' ? ['--hints fix shows the commands that do all of it.'] : []),
    `Then check the new pool.${rest}`,
  ];
}

/** Points can be fractions after a rubric weighted them. */
export const points = (value: number): string => String(Number(value.toFixed(2)));

/** `2026-11-23, 09:00 UTC`, of an ISO date. */
export const dateText = (iso: string): string => iso.replace(/^([\d-]+)T(\d\d:\d\d).*Z$/, '$1, $2 UTC');

/** Which lab it is of: `Creating a User Pool, version 1.0.0`. */
export const labText = ({ title, version }: { title: string; version: string }): string =>
  `${title}, version ${version}`;

/** The published controls that a check is about; undefined where it is about none. */
export function controlsText({ controls = [] }: CheckResult): string | undefined {
  const ids = (against: boolean): string =>
    controls.flatMap((control) => (Boolean(control.against) === against ? [control.id] : [])).join(', ');
  const parts = [ids(false), ids(true) && `on purpose not ${ids(true)}`];
  return parts.filter(Boolean).join('; ') || undefined;
}

/** What was checked, in a few parts: `Amazon Cognito`, `user pool us-east-1_a`, `us-east-1`, `account ********9012`. */
export function targetParts(target: TargetDescription): string[] {
  const kinds = {
    mock: 'simulated Cognito',
    aws: target.endpoint === undefined ? 'Amazon Cognito' : `Cognito at ${target.endpoint}`,
    snapshot: 'snapshot',
  };
  return [
    kinds[target.kind],
    ...(target.userPoolId ? [`user pool ${target.userPoolId}`] : []),
    ...(target.region ? [target.region] : []),
    ...(target.account ? [`account ${target.account}`] : []),
  ];
}

/** How long a run took, in seconds; undefined where its dates do not say. */
export function secondsOf({ startedAt, finishedAt }: LabResult): number | undefined {
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  return seconds >= 0 ? seconds : undefined;
}

/** `5 calls in 1.2 s`. Empty for a snapshot, which calls nothing. */
export function effortText(result: LabResult): string {
  const calls = Object.values(result.calls).reduce((sum, number) => sum + number, 0);
  const seconds = secondsOf(result);
  return calls === 0 || seconds === undefined ? '' : `${count(calls, 'call')} in ${seconds.toFixed(1)} s`;
}

/** What the rubric changes for one learner: `The deadline is 2026-12-07T23:59:00Z (ill).` */
export const adjustmentText = ({ text, reason }: { text: string; reason: string }): string => `${text} (${reason}).`;
