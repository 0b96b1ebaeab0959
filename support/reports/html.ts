/** The report as a page of its own, to hand back to a learner. */
import path from 'node:path';
import type { CheckResult, CheckStatus, Finding, LabResult, Score, TaskResult } from '../lab/result/result';
import { differences } from './render/differences';
import { pageRenderer } from './render/page-renderer';
import { oneLine, plainText, webAddress } from '../common/text/plain-text';
import type { Report } from './render/report';
import { tellStory, type Located, type SharedReason, type Story } from './render/summarize-result';
import { valueLines } from './render/value';
import * as words from './render/wording';

/** The selector keeps phones from showing a coloured picture for the first. */
const symbols: Record<CheckStatus, string> = { passed: '✔\ufe0e', failed: '✘', blocked: '⊘', error: '?', skipped: '–' };

/** Columns of a value before it is broken into a line a member; the page itself wraps what is longer. */
const valueWidth = 60;

/** What a page says beside the result: whose it is, and how its points became a grade. Made harmless already. */
export interface PageAdditions {
  names?: { shown: string; student?: string };
  /** The points to show in place of the result's. */
  score?: Score;
  remarks?: string[];
  /** Further parts of what was checked, and how. */
  target?: string[];
}

export const html: Report = (result) => resultPage(result);

const renderResult = pageRenderer(path.join(__dirname, 'render/views'), 'result');

/** The page of a result, with what its owner adds. */
export function resultPage(result: LabResult, { names, score, remarks = [], target = [] }: PageAdditions = {}): string {
  const told = tellStory(result);
  const verdict = words.verdict(result, told);
  return renderResult({
    title: `${names ? `${names.shown}: ` : ''}${verdict} · cognito-lab`,
    verdict,
    status: result.status,
    symbol: symbols[result.status],
    score: result.status === 'error' ? undefined : scoreView(score ?? result.score),
    learner: names,
    remarks,
    counts: words.countsText(told.counts),
    target: [...words.targetParts(result.target).map(oneLine), ...target],
    next: words.nextLines(told.next).map(plainText),
    tasks: result.tasks.map((task) => taskView(task, told)),
    unread: told.unread.map(reasonView),
    skipped: told.skipped.map(reasonView),
    facts: facts(result),
  });
}

const scoreView = ({ earned, possible }: Score): object => ({
  earned: words.points(earned),
  possible: words.points(possible),
  unit: possible === 1 ? 'point' : 'points',
});

/** Skipped checks have a section of their own, and a blocked one stands under a cause of the same task already. */
const isListed = (check: CheckResult, task: TaskResult, told: Story): boolean =>
  check.status !== 'skipped' &&
  !task.checks.some(({ id }) => told.blockedUnder.get(id)?.some((located) => located.check === check));

const taskView = (task: TaskResult, told: Story): object => ({
  anchor: `task-${task.id}`,
  title: `Task ${task.id}: ${oneLine(task.title)}`,
  ...stateView(task.status),
  score: words.taskScoreText(task),
  checks: task.checks.filter((check) => isListed(check, task, told)).map((check) => checkView(check, told)),
});

const stateView = (status: CheckStatus): object => ({
  status,
  symbol: symbols[status],
  state: words.statusWords[status],
});

function checkView(check: CheckResult, told: Story): object {
  const { status, points, hint, docs } = check;
  const failed = status === 'failed';
  const reason = failed && words.reasonToTell(check);
  return {
    ...stateView(status),
    id: oneLine(check.id),
    title: oneLine(check.title),
    score:
      failed || status === 'passed' ? words.scoreText({ earned: failed ? 0 : points, possible: points }) : undefined,
    waitsFor: status === 'blocked' ? oneLine(check.blockedBy ?? 'another check') : undefined,
    reason: reason ? plainText(reason) : undefined,
    broken: check.findings.filter(({ holds }) => !holds).map(findingView),
    right: check.findings.filter(({ holds }) => holds).map(findingView),
    holdsUp: (told.blockedUnder.get(check.id) ?? []).map(locatedView),
    advice: failed
      ? { hint: plainText(hint), console: plainText(check.console), docs: oneLine(docs), address: webAddress(docs) }
      : undefined,
  };
}

const findingView = ({ setting, source, expected, actual }: Finding): object => ({
  setting: oneLine(setting),
  source: oneLine(source),
  expected: valueLines(expected, valueWidth).join('\n'),
  actual: valueLines(actual, valueWidth).join('\n'),
  differences: differences(expected, actual),
});

const locatedView = ({ check, task }: Located): object => ({
  id: oneLine(check.id),
  title: oneLine(check.title),
  task: `Task ${task.id}`,
});

const reasonView = ({ reason, remedy, checks }: SharedReason): object => ({
  reason: plainText(reason),
  remedy: remedy && plainText(remedy),
  checks: checks.map(locatedView),
});

const facts = (result: LabResult): [string, string][] =>
  [
    ['Checked', words.dateText(oneLine(result.startedAt))],
    ['Effort', words.effortText(result)],
    ['Made by', `cognito-lab ${oneLine(result.version)}`],
    ['Lab', oneLine(result.labHash)],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
