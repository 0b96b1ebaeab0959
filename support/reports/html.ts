/** The report as a self-contained HTML page. */
import path from 'node:path';
import type { CheckResult, CheckStatus, Finding, Fix, LabResult, Score, TaskResult } from '../lab/result/result';
import { differences } from './render/differences';
import { pageRenderer } from './render/page-renderer';
import { oneLine, plainText, webAddress } from '../common/text/plain-text';
import type { Report } from './render/report';
import { summarizeResult, type Located, type SharedReason, type ResultSummary } from './render/summarize-result';
import { valueLines } from './render/value';
import * as words from './render/wording';

/** U+FE0E asks for the text form: phones would show an emoji. */
const symbols: Record<CheckStatus, string> = { passed: '✔\ufe0e', failed: '✘', blocked: '⊘', error: '?', skipped: '–' };

/** Columns above which a value takes one line per member. */
const valueWidth = 60;

/** What a page shows in addition to the result: whose it is, and its grade. Texts must be harmless already. */
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

/** The page of a result, with additions. */
export function resultPage(result: LabResult, { names, score, remarks = [], target = [] }: PageAdditions = {}): string {
  const summary = summarizeResult(result);
  const verdict = words.verdict(result, summary);
  return renderResult({
    title: `${names ? `${names.shown}: ` : ''}${verdict} · ${oneLine(result.lab.title)} · cognito-lab`,
    lab: oneLine(words.labText(result.lab)),
    verdict,
    status: result.status,
    symbol: symbols[result.status],
    score: result.status === 'error' ? undefined : scoreView(score ?? result.score),
    learner: names,
    remarks,
    counts: words.countsText(summary.counts),
    target: [...words.targetParts(result.target).map(oneLine), ...target],
    next: words.nextLines(summary.next).map(plainText),
    nextFix: summary.next.kind === 'shortest' ? fixView(summary.next.fix) : undefined,
    tasks: result.tasks.map((task) => taskView(task, summary)),
    unread: summary.unread.map(reasonView),
    skipped: summary.skipped.map(reasonView),
    facts: facts(result),
  });
}

const scoreView = ({ earned, possible }: Score): object => ({
  earned: words.points(earned),
  possible: words.points(possible),
  unit: possible === 1 ? 'point' : 'points',
});

/** Skipped checks have their own section; a blocked check is listed under its cause if that is in the same task. */
const isListed = (check: CheckResult, task: TaskResult, summary: ResultSummary): boolean =>
  check.status !== 'skipped' &&
  !task.checks.some(({ id }) => summary.blockedUnder.get(id)?.some((located) => located.check === check));

const taskView = (task: TaskResult, summary: ResultSummary): object => ({
  anchor: `task-${task.id}`,
  title: `Task ${task.id}: ${oneLine(task.title)}`,
  ...stateView(task.status),
  score: words.taskScoreText(task),
  checks: task.checks.filter((check) => isListed(check, task, summary)).map((check) => checkView(check, summary)),
});

const stateView = (status: CheckStatus): object => ({
  status,
  symbol: symbols[status],
  state: words.statusWords[status],
});

function checkView(check: CheckResult, summary: ResultSummary): object {
  const { status, points, hint, why, docs } = check;
  const controls = words.controlsText(check);
  const failed = status === 'failed';
  const reason = failed && words.reasonBesideFindings(check);
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
    controls: controls === undefined ? undefined : oneLine(controls),
    holdsUp: (summary.blockedUnder.get(check.id) ?? []).map(locatedView),
    fix:
      failed && (check.fix?.kind !== 'recreate' || summary.next.kind !== 'shortest') ? fixView(check.fix) : undefined,
    advice:
      failed && hint
        ? {
            hint: plainText(hint),
            why: why === undefined ? undefined : plainText(why),
            console: plainText(check.console),
            docs: oneLine(docs),
            address: webAddress(docs),
          }
        : undefined,
  };
}

/** Commands for both shells, and what is to be known of them; nothing where the report has less than that. */
const fixView = (fix?: Fix): object | undefined =>
  fix && (fix.commands.length || fix.note)
    ? {
        commands: plainText(fix.commands.join('\n')),
        powershell: plainText(fix.powershell.join('\n')),
        note: fix.note && plainText(fix.note),
      }
    : undefined;

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
    ['Lab', oneLine(`${result.lab.id}, version ${result.lab.version}`)],
    ['Hash of the lab', oneLine(result.labHash)],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
