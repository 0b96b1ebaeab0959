import { oneLine, plainText, webAddress } from '../../common/text/plain-text';
import { shorten } from '../../common/text/shorten';
import type { CheckResult, CheckStatus, Finding, TaskResult } from '../../lab/result/result';
import { settingLabel } from '../../lab/vocabulary';
import { show } from '../../reports/render/value';
import * as words from '../../reports/render/wording';
import { summarizeResult } from '../../reports/render/summarize-result';
import { pathAt, placeOf } from '../pools/places';
import type { PoolStatus, StateChange } from './pool-progress';

/** U+FE0E asks for the text form: phones would show an emoji. */
const symbols: Record<CheckStatus, string> = { passed: '✔\ufe0e', failed: '✘', blocked: '⊘', error: '?', skipped: '–' };

/** Characters of a value that are shown beside a form. */
const longestValue = 200;

/** What the progress shows of a standing. */
export function progressView(
  { result, turns }: PoolStatus,
  { id, name, title }: { id?: string; name?: string; title?: string },
): object {
  const summary = summarizeResult(result);
  return {
    lab: title && oneLine(title),
    poolId: id,
    poolName: name && (shorten(oneLine(name), 80) || '(no name)'),
    status: result.status,
    symbol: symbols[result.status],
    score: words.scoreText(result.score),
    earned: result.score.earned,
    possible: result.score.possible,
    isDone: result.status === 'passed',
    verdict: words.verdict(result, summary),
    counts: words.countsText(summary.counts),
    green: turns.filter(({ to }) => to === 'passed').map(turnView),
    red: turns.filter(({ from, to }) => from === 'passed' && to !== 'passed').map(turnView),
    tasks: result.tasks.map((task) => taskView(task, id)),
  };
}

const turnView = ({ title, to }: StateChange): object => ({ title: oneLine(title), state: words.statusWords[to] });

const stateView = (status: CheckStatus): object => ({
  status,
  symbol: symbols[status],
  state: words.statusWords[status],
});

const taskView = (task: TaskResult, poolId: string | undefined): object => ({
  id: task.id,
  title: `Task ${task.id}: ${oneLine(task.title)}`,
  ...stateView(task.status),
  score: words.taskScoreText(task),
  isOpen: task.status === 'failed' || task.status === 'error',
  checks: task.checks.map((check) => checkView(check, poolId)),
});

function checkView(check: CheckResult, poolId: string | undefined): object {
  const { status, id, title, hint, console: place, docs, blockedBy, reason, remedy, fix } = check;
  const failed = status === 'failed';
  return {
    ...stateView(status),
    id: oneLine(id),
    title: oneLine(title),
    waitsFor: status === 'blocked' ? oneLine(blockedBy ?? 'another check') : undefined,
    reason:
      status === 'error' || status === 'skipped' ? plainText([reason, remedy].filter(Boolean).join(' ')) : undefined,
    said: failed ? words.reasonBesideFindings(check) && plainText(words.reasonBesideFindings(check) ?? '') : undefined,
    found: failed ? check.findings.filter(({ holds }) => !holds).map(findingView) : [],
    // One step at a time: a learner may try first.
    hints: failed
      ? {
          here: hereOf(check, poolId),
          where: plainText(place),
          what: plainText(hint),
          docs: { text: oneLine(docs), address: webAddress(docs) },
          fix: fix && {
            commands: fix.commands.map(plainText),
            powershell: fix.powershell.map(plainText),
            note: fix.note && plainText(fix.note),
            choices: (fix.choices ?? []).map(oneLine),
          },
        }
      : undefined,
  };
}

/** Where it is in this console. */
function hereOf({ findings }: CheckResult, poolId: string | undefined): object | undefined {
  if (poolId === undefined) return { text: 'Create user pool', path: '/create/new/1' };
  const [place] = findings.filter(({ holds }) => !holds).flatMap(({ setting }) => placeOf(setting) ?? []);
  return place && { text: place.text, path: pathAt(place, poolId) };
}

const findingView = ({ setting, expected, actual }: Finding): object => ({
  setting: oneLine(settingLabel(setting) ?? setting),
  expected: shorten(show(expected), longestValue),
  actual: actual === undefined || actual === null ? '(not set)' : shorten(show(actual), longestValue),
});
