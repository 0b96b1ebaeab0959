/** `report.html` of a class: who has no grade and why, the distribution of points, who missed what. */
import path from 'node:path';
import type { ClassSummary, LearnerSummary } from '../../../lab/result/class-result';
import type { Score } from '../../../lab/result/result';
import { pageRenderer } from '../../../reports/render/page-renderer';
import { settingLabel } from '../../../lab/vocabulary';
import { lateText } from './learner-page';
import { pointsChart } from './points-chart';
import { namesOf, oneLine, plainText } from '../../../common/text/plain-text';
import {
  adjustmentText,
  count,
  dateText,
  labText,
  points as number,
  statusWords,
} from '../../../reports/render/wording';

type Task = LearnerSummary['tasks'][number];

/** Up to this number of learners, a page needs no sorting and filtering. */
const mostWithoutTools = 50;

const renderClass = pageRenderer(path.join(__dirname, 'views'), 'class');

/**
 * The page about a class, in one file; a learner's name links to the learner's page if there is one.
 *
 * @returns HTML that ends in a newline
 */
export function classPage(summary: ClassSummary): string {
  const { totals, learners } = summary;
  const names = new Map(learners.map((learner) => [learner.student, namesOf(learner)]));
  const verdict = `${totals.graded} of ${count(totals.learners, 'learner')} graded`;
  return renderClass({
    title: `${verdict} · ${oneLine(summary.lab.title)} · cognito-lab`,
    verdict,
    status: totals.error > 0 ? 'error' : totals.failed > 0 ? 'failed' : 'passed',
    average: averageText(summary),
    counts: countsOf(summary),
    interactive: learners.length > mostWithoutTools,
    chart: pointsChart(
      learners.flatMap(({ score }) => score?.earned ?? []),
      summary.possible,
    ),
    shared: summary.shared.map((shared) => sharedView(shared, names)),
    notes: summary.notes.map(plainText),
    tasks: summary.tasks.map((task) => taskView(task, learners)),
    columns: summary.tasks.map(({ id, title }) => ({ label: `Task ${id}`, title: oneLine(title) })),
    groups: groupsOf(learners),
    missed: summary.mostMissed.map(missedView),
    ungraded: ungradedGroups(summary.couldNotGrade),
    facts: factsOf(summary),
  });
}

const share = ({ earned, possible }: Score): string => `${number(earned)} of ${number(possible)}`;

function averageText({ totals, possible }: ClassSummary): string | undefined {
  if (totals.mean === undefined || totals.median === undefined) return undefined;
  return `Mean ${number(totals.mean)}, median ${number(totals.median)} of ${number(possible)} points`;
}

/** The number of learners of each kind, without zeros. */
const countsOf = ({ totals }: ClassSummary): object[] =>
  (
    [
      ['passed', totals.passed, 'everything passed'],
      ['failed', totals.failed, 'something to put right'],
      ['error', totals.error, 'handed in, could not be graded'],
      ['skipped', totals.notHandedIn, 'nothing handed in'],
      ['', totals.verified, 'verified'],
      ['', totals.selfReported, 'self-reported'],
      ['', totals.late, 'late'],
    ] as const
  )
    .filter(([, many]) => many > 0)
    .map(([status, many, text]) => ({ status, many, text }));

const sharedView = (
  { kind, what, students }: ClassSummary['shared'][number],
  names: ReadonlyMap<string, ReturnType<typeof namesOf>>,
): object => ({
  what: `${kind === 'account' ? 'The account' : 'The user pool'} ${oneLine(what)}`,
  students: students.map((student) => names.get(student) ?? namesOf({ student })),
});

function taskView({ id, title }: ClassSummary['tasks'][number], learners: LearnerSummary[]): object {
  const states = learners.flatMap(({ tasks }) => tasks.filter((task) => task.id === id).map(({ status }) => status));
  const having = (status: Task['status']): number => states.filter((state) => state === status).length;
  const looked = having('passed') + having('failed') + having('blocked');
  const others = (['failed', 'blocked', 'error'] as const).filter((status) => having(status) > 0);
  return {
    title: `Task ${id}: ${oneLine(title)}`,
    passed: having('passed'),
    looked,
    counts: [
      ...(looked > 0 ? [`${having('passed')} of ${looked} passed`] : []),
      ...others.map((status) => `${having(status)} ${statusWords[status]}`),
    ].join(', '),
  };
}

/** Verified and self-reported grades are kept apart: they do not mean the same. */
function groupsOf(learners: LearnerSummary[]): object[] {
  const groups = [
    { id: 'verified', title: 'Verified', about: "Read from the learners' own user pools." },
    {
      id: 'self-reported',
      title: 'Self-reported',
      about: 'Read from the submissions, which learners could have edited.',
    },
  ];
  return groups
    .filter(({ id }) => learners.some(({ evidence }) => evidence === id))
    .map((group) => ({ ...group, learners: views(learners, group.id) }));
}

/** Lazily: a class can be ten thousand. */
function* views(learners: LearnerSummary[], evidence: string): Generator<object> {
  for (const learner of learners) if (learner.evidence === evidence) yield learnerView(learner);
}

const learnerView = (learner: LearnerSummary): object => ({
  ...namesOf(learner),
  page: learner.files && pathAddress(learner.files.page),
  remarks: [
    ...(learner.late ? [lateText(learner.late)] : []),
    ...attemptText(learner),
    ...(learner.adjustments ?? []).map(adjustmentText).map(plainText),
    ...learner.notes.map(plainText),
  ],
  tasks: learner.tasks.map((task) => ({ label: `Task ${task.id}`, ...cellView(task) })),
  total: learner.score ? share(learner.score) : 'no grade',
  points: learner.score?.earned,
});

/** A relative address: nothing in a name can lead out of the page's folder by itself, or be a scheme. */
const pathAddress = (path: string): string =>
  `./${path
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/')}`;

const cellView = ({ status, score }: Task): object => ({
  status: status === 'not-handed-in' ? 'skipped' : status,
  state: status === 'not-handed-in' ? 'not handed in' : statusWords[status],
  score: score && status !== 'error' ? share(score) : undefined,
});

const attemptText = ({ attempt = 1 }: LearnerSummary): string[] => (attempt > 1 ? [`attempt ${attempt}`] : []);

const missedView = ({ setting, title, task, missed, of }: ClassSummary['mostMissed'][number]): object => ({
  label: oneLine(settingLabel(setting) ?? setting),
  // A path may break after a dot, where a phone is narrower than it.
  setting: settingLabel(setting) === undefined ? undefined : oneLine(setting).split(/(?<=\.)/),
  title: oneLine(title),
  task: `Task ${task}`,
  missed,
  of,
  share: `${missed} of ${count(of, 'learner')}`,
});

type Ungraded = ClassSummary['couldNotGrade'][number];

/** Learners without a grade, grouped by reasons. */
function ungradedGroups(learners: Ungraded[]): object[] {
  const groups = new Map<string, Ungraded[]>();
  for (const learner of learners) {
    const key = JSON.stringify([learner.status, learner.reasons]);
    const same = groups.get(key);
    if (same) same.push(learner);
    else groups.set(key, [learner]);
  }
  return [...groups.values()].map((same) => ({
    reasons: same[0]?.reasons.map(({ reason, remedy }) => ({
      reason: plainText(reason),
      remedy: remedy && plainText(remedy),
    })),
    notHandedIn: same[0]?.status === 'not-handed-in',
    learners: same.map(namesOf),
  }));
}

const factsOf = ({ gradedAt, version, lab, labHash, userPoolName }: ClassSummary): [string, string][] =>
  (
    [
      ['Graded', dateText(oneLine(gradedAt))],
      ['Pool name', oneLine(userPoolName ?? '')],
      ['Made by', `cognito-lab ${oneLine(version)}`],
      ['Lab', oneLine(`${labText(lab)} (${lab.id})`)],
      ['Hash of the lab', oneLine(labHash)],
    ] as [string, string][]
  ).filter(([, value]) => value !== '');
