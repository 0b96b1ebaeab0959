import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readLab } from '../../lab/lab-folder';
import { Problem } from '../../common/problem';
import type { CheckResult } from '../../lab/result/result';
import { adjustmentsOf, lateness, pointsOfChecks, readRubric, unknownStudents, taskScore } from './rubric';

describe('A rubric', () => {
  const catalogue = readLab().catalogue;
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'rubric-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const read = (content: unknown): ReturnType<typeof readRubric> => {
    const path = join(folder, 'rubric.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return readRubric(path, catalogue);
  };
  const late = (more: object = {}): object => ({
    late: { due_at: '2026-11-01T00:00:00Z', percent_per_day: 10, ...more },
  });

  it('that comes with the program can be used', () =>
    expect(readRubric(join(__dirname, '../../../fixtures/rubric.json'), catalogue).tasks).not.to.be.empty);

  const refused: [what: string, content: unknown, says: RegExp][] = [
    ['names a task that does not exist', { tasks: { 9: {} } }, /names Task 9, which the lab does not have/],
    ['names a check', { tasks: { 'mfa-off': {} } }, /tasks\.mfa-off is not the number of a task/],
    ['has a setting that there is not', { tasks: { 3: { wieght: 2 } } }, /tasks\.3\.wieght is no setting of a rubric/],
    ['has a part that there is not', { checks: {} }, /checks is no setting of a rubric/],
    ['weighs less than nothing', { tasks: { 3: { weight: -1 } } }, /tasks\.3\.weight is less than 0/],
    ['weighs without an end', '{"tasks": {"3": {"weight": 1e999}}}', /tasks\.3\.weight is not a number that can/],
    ['has a word for a date', late({ due_at: 'tomorrow' }), /late\.due_at is not a date with a time zone/],
    ['has a day that there is not', late({ due_at: '2026-02-30T00:00:00Z' }), /due_at is not a date that exists/],
    ['takes off more than there is', late({ percent_per_day: 101 }), /percent_per_day is more than 100/],
    ['allows no attempt', { attempts: { max: 0 } }, /attempts\.max is less than 1/],
    [
      'extends without a reason',
      { extensions: { keke: { due_at: '2026-11-02T00:00:00Z' } } },
      /extensions\.keke\.reason/,
    ],
    ['has a reason that says nothing', { overrides: { keke: { tasks: { 3: 1 }, reason: ' ' } } }, /reason is empty/],
    ['gives points for a task that there is not', { overrides: { keke: { tasks: { 9: 1 }, reason: 'x' } } }, /Task 9/],
    ['is a list', [], /is not a JSON object/],
    ['is not JSON', 'nope', /is not JSON/],
  ];
  for (const [what, content, says] of refused)
    it(`is refused where it ${what}, with what there is`, () => {
      expect(() => read(content))
        .to.throw(Problem, says)
        .with.property('remedy')
        .that.matches(/The lab has the tasks 2, 3, 4, 5, 6, 7, 8\.$|fixtures\/rubric\.json/);
    });

  it('takes off for every day that was begun, after the grace, and no more than the most', () => {
    const rubric = read(late({ grace_minutes: 15, max_percent: 25 }));
    const percent = (date: string): number | undefined => lateness(rubric, date)?.percent;
    expect(percent('2026-11-01T00:15:00Z')).to.equal(undefined);
    expect(percent('2026-11-01T00:15:01Z')).to.equal(10);
    expect(percent('2026-11-02T00:00:00Z')).to.equal(10);
    expect(percent('2026-11-02T00:00:01Z')).to.equal(20);
    expect(percent('2026-12-01T00:00:00Z')).to.equal(25);
  });

  it('has another deadline for one learner, and says why', () => {
    const rubric = read({ ...late(), extensions: { keke: { due_at: '2026-11-05T00:00:00Z', reason: 'Ill' } } });
    expect(lateness(rubric, '2026-11-04T00:00:00Z', 'keke')).to.equal(undefined);
    expect(lateness(rubric, '2026-11-05T12:00:00Z', 'keke')?.percent).to.equal(10);
    expect(lateness(rubric, '2026-11-04T00:00:00Z', 'other')?.percent).to.equal(30);
    expect(lateness(rubric, '2026-11-04T00:00:00Z', 'constructor')?.percent).to.equal(30);
    expect(adjustmentsOf(rubric, 'keke')).to.deep.equal([
      { text: 'The deadline is 2026-11-05T00:00:00Z', reason: 'Ill' },
    ]);
    expect(adjustmentsOf(rubric, 'other')).to.deep.equal([]);
    expect(unknownStudents(rubric, new Set(['other']))).to.deep.equal([
      'The rubric names "keke", who is not in the class.',
    ]);
  });

  it('gives one learner the points of a task, late or not, and also where it could not be looked at', () => {
    const rubric = read({
      tasks: { 3: { weight: 2 } },
      overrides: { keke: { tasks: { 3: 5 }, reason: 'Shown to me' } },
    });
    const task = {
      id: 3,
      title: '',
      status: 'error' as const,
      score: { earned: 0, possible: 0 },
      checks: [1, 2].map((points) => ({ id: `c${points}`, status: 'error', points }) as CheckResult),
    };
    expect(taskScore(rubric, task, 50, 'keke')).to.deep.equal({ earned: 5, possible: 6 });
    expect(taskScore(rubric, task, 50, 'other')).to.equal(undefined);
    const shares = [...pointsOfChecks(rubric, [task], 50, 'keke').values()];
    expect(shares).to.deep.equal([
      { earned: 1.67, possible: 2 },
      { earned: 3.33, possible: 4 },
    ]);
    expect(adjustmentsOf(rubric, 'keke')).to.deep.equal([
      { text: 'Given by the instructor: 5 points for Task 3', reason: 'Shown to me' },
    ]);
  });
});
