/** What a watch shows. Pure: from what was seen to lines. */
import { oneLine, plainText } from '../../../common/text/plain-text';
import type { CheckResult, LabResult, TaskResult } from '../../../lab/result/result';
import type { ReportOptions } from '../../../reports/render/report';
import { summarizeResult } from '../../../reports/render/summarize-result';
import { terminalLayout, type TerminalLayout } from '../../../reports/render/terminal-layout';
import * as words from '../../../reports/render/wording';
import { fit } from '../../../terminal/screen';
import type { StatusChange } from '../status-changes';

/** A change, when it was seen, and of which check. */
export interface SeenChange extends StatusChange {
  at: Date;
  title: string;
}

/** All that a watch knows. */
export interface Seen {
  /** The last look that said something about the pool. */
  result: LabResult;
  at: Date;
  /** Why the pool cannot be read now. */
  outage?: { at: Date; message: string; remedy?: string };
  /** The latest first. */
  changes: readonly SeenChange[];
  /** How the watch learns of a change. */
  how: string;
}

const time = (at: Date): string => at.toTimeString().slice(0, 8);

/** The screen, in as many rows as there are: what matters less makes room. */
export function watchScreen(seen: Seen, options: ReportOptions & { rows: number }): string[] {
  const layout = terminalLayout(options);
  const target = targetLines(seen, layout);
  const verdict = verdictLines(seen, layout);
  const next = nextLines(seen, layout);
  const changes = (most: number): string[] => changeLines(seen.changes.slice(0, most), layout, options.unicode);
  const { tasks } = seen.result;
  const all = tasks.flatMap((task) => taskLines(task, layout, !seen.outage));
  const short = tasks.flatMap((task) => taskLines(task, layout, false));
  const open = tasks.filter(({ status }) => status !== 'passed').flatMap((task) => taskLines(task, layout, false));
  const foot = layout.hang('', 'q ends the watch.', layout.paint.quiet);
  const sections = [
    [[...target, ...verdict], all, changes(5), next, foot],
    [[...target, ...verdict], short, changes(5), next, foot],
    [verdict, short, changes(1), next],
    [verdict, open, changes(1), next],
    [verdict, open, changes(1), next.slice(0, 3)],
    [[...verdict, ...open.slice(0, Math.max(0, options.rows - 3)), ...changes(1).slice(1)]],
  ].map((ways) => fit(apart(ways), options.width));
  return sections.find(({ length }) => length <= options.rows) ?? (sections.at(-1) ?? []).slice(0, options.rows);
}

const apart = (sections: string[][]): string[] =>
  sections.filter(({ length }) => length > 0).flatMap((lines, index) => (index > 0 ? ['', ...lines] : lines));

const targetLines = ({ result }: Seen, layout: TerminalLayout): string[] =>
  layout.hang(
    `${layout.paint.strong('cognito-lab')} `,
    words.targetParts(result.target).map(oneLine).join(', '),
    layout.paint.quiet,
  );

function verdictLines({ result, at, outage, how }: Seen, layout: TerminalLayout): string[] {
  const { counts } = summarizeResult(result);
  const score = result.status === 'error' ? 'No score' : words.scoreText(result.score);
  if (!outage)
    return layout.justify(
      '',
      `${score}: ${words.countsText({ ...counts, skipped: 0 })}`,
      `${time(at)}, ${how}`,
      (line) => layout.paint.strong(layout.paint[result.status](line)),
    );
  return [
    ...layout.hang(
      `${layout.paint.error(layout.symbols.error)} `,
      `Could not look at ${time(outage.at)}: ${oneLine(outage.message)}`,
      layout.paint.error,
    ),
    ...layout.hang('  ', `This is what was seen last, at ${time(at)}.`, layout.paint.quiet),
  ];
}

function taskLines(task: TaskResult, layout: TerminalLayout, withChecks: boolean): string[] {
  const state = task.status === 'passed' ? '' : `${words.statusWords[task.status]}, `;
  return [
    ...layout.justify(
      `${layout.paint[task.status](layout.symbols[task.status])} `,
      `Task ${task.id}: ${oneLine(task.title)}`,
      state + words.taskScoreText(task),
      (line) => line,
    ),
    ...(withChecks ? task.checks.filter(isOpen).flatMap((check) => checkLine(check, layout)) : []),
  ];
}

const isOpen = ({ status }: CheckResult): boolean => status === 'failed' || status === 'error';

const checkLine = (check: CheckResult, layout: TerminalLayout): string[] =>
  layout.justify(
    `    ${layout.paint[check.status](layout.symbols[check.status])} `,
    oneLine(check.title),
    oneLine(check.id),
    (line) => line,
  );

const changeLines = (changes: readonly SeenChange[], layout: TerminalLayout, unicode: boolean): string[] =>
  changes.length === 0
    ? []
    : [
        layout.paint.strong('Changed'),
        ...changes.flatMap(({ at, to, from, title }) =>
          layout.hang(
            `  ${time(at)} ${layout.paint[to](layout.symbols[to])} `,
            `${oneLine(title)}: ${words.statusWords[from]} ${unicode ? '→' : '->'} ${words.statusWords[to]}`,
          ),
        ),
      ];

function nextLines({ result, outage }: Seen, layout: TerminalLayout): string[] {
  const { next } = summarizeResult(result);
  const label = `${layout.paint.strong('Next')}  `;
  if (outage) return layout.hang(label, plainText(outage.remedy ?? 'It is tried again.'));
  const lines = words.nextLines(next, 'hidden').filter((line) => !line.startsWith('Then check again.'));
  return next.kind === 'done'
    ? layout.hang('', plainText(lines.join('\n')), layout.paint.passed)
    : layout.hang(label, plainText(lines.join('\n')));
}

/** The first look as plain lines, for a pipe. */
export function firstLines({ result, at, how }: Seen): string[] {
  return [
    `${words.targetParts(result.target).map(oneLine).join(', ')} (${how})`,
    ...result.tasks.map(
      (task) => `${time(at)} Task ${task.id}: ${words.statusWords[task.status]}, ${oneLine(task.title)}`,
    ),
    ...scoreLines(result, at),
  ];
}

/** What a later look brought, as plain lines; none where nothing changed. */
export function laterLines({ result, at }: Seen, changes: readonly SeenChange[]): string[] {
  if (changes.length === 0) return [];
  return [
    ...changes.map(
      ({ id, title, from, to }) =>
        `${time(at)} ${id}: ${words.statusWords[from]}, now ${words.statusWords[to]} (${oneLine(title)})`,
    ),
    ...scoreLines(result, at),
  ];
}

/** That the pool cannot be read, as plain lines. */
export const outageLines = ({ at, message, remedy }: NonNullable<Seen['outage']>): string[] => [
  `${time(at)} Could not look: ${oneLine(message)}`,
  ...(remedy ? [`${time(at)} ${oneLine(remedy)}`] : []),
];

function scoreLines(result: LabResult, at: Date): string[] {
  const { counts } = summarizeResult(result);
  const score = result.status === 'error' ? 'no score' : words.scoreText(result.score);
  return [`${time(at)} ${score}: ${words.countsText(counts)}`];
}
