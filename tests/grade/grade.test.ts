import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect } from 'chai';
import { cliFiles } from '../../support/targets/submission/cli-folder';
import { takeLock } from '../../support/common/files/lock-file';
import { cognitoLab, noAws } from '../cli/cognito-lab';
import { ClassOnDisk } from './class-on-disk';

interface Test {
  score?: number;
}

describe('cognito-lab grade', () => {
  let lab: ClassOnDisk;
  let place: string;
  beforeEach(() => {
    lab = new ClassOnDisk();
    ({ place } = lab);
  });
  afterEach(() => lab.remove());

  const handIn = (...args: Parameters<ClassOnDisk['handIn']>): void => lab.handIn(...args);
  const grade = (...args: string[]): ReturnType<ClassOnDisk['grade']> => lab.grade(...args);
  const out = (name: string): string => lab.out(name);
  const summary = (): ReturnType<ClassOnDisk['summary']> => lab.summary();
  const statuses = (): Record<string, string> => lab.statuses();
  const gradebook = (): Record<string, string>[] => lab.gradebook();
  const kept = (student: string): ReturnType<ClassOnDisk['kept']> => lab.kept(student);

  it('tells what was handed in, what could not be looked at, and nothing apart, and 0 points from all', async () => {
    handIn('right');
    handIn('wrong', { mfa: 'ON' });
    handIn('broken', { without: cliFiles.ListUsers });
    writeFileSync(join(place, 'roster.csv'), 'student,name\nright,R\nwrong,W\nbroken,B\nabsent,A\n');
    const { code, stdout } = await grade('class', '--roster', 'roster.csv');
    expect([code, stdout]).to.deep.equal([2, '']);
    expect(statuses()).to.deep.equal({ right: 'graded', wrong: 'graded', broken: 'error', absent: 'not-handed-in' });
    expect(gradebook().map(({ student, total }) => [student, total])).to.deep.equal([
      ['right', '17'],
      ['wrong', '16'],
      ['broken', ''],
      ['absent', ''],
    ]);
    expect(summary().mostMissed).to.have.lengthOf(1);
    expect(summary().mostMissed[0]).to.include({ check: 'mfa-off', missed: 1 });
    expect(readdirSync(join(place, 'out')).sort()).to.deep.equal([
      'gradebook.csv',
      'journal.jsonl',
      'junit.xml',
      'report.html',
      'results',
      'summary.json',
    ]);
    expect(existsSync(join(place, 'out/results/absent.json'))).to.equal(false);
    expect(kept('right').provenance.evidence).to.equal('self-reported');
  });

  it('gives each hostile entry a result of its own, and reads nothing outside', async () => {
    handIn('right');
    handIn('=HYPERLINK("x")');
    handIn('CON');
    writeFileSync(join(place, 'secret.json'), '{"planted": 1}');
    symlinkSync(join(place, 'secret.json'), join(place, 'class/link.json'));
    handIn('inner', { without: cliFiles.ListUsers });
    symlinkSync(join(place, 'secret.json'), join(place, 'class/inner', cliFiles.ListUsers));
    writeFileSync(join(place, 'class/bomb.json'), '['.repeat(1_000_000));
    writeFileSync(join(place, 'class/number.json'), '{"schema": "cognito-lab/snapshot/v1", "userPoolId": 1e999}');
    execFileSync('mkfifo', [join(place, 'class/pipe')]);
    handIn('inner-pipe', { without: cliFiles.ListUsers });
    execFileSync('mkfifo', [join(place, 'class/inner-pipe', cliFiles.ListUsers)]);
    const { code, stderr } = await grade('class');
    expect(code, stderr).to.equal(2);
    expect(statuses()).to.deep.equal({
      '=HYPERLINK("x")': 'graded',
      CON: 'graded',
      bomb: 'error',
      inner: 'error',
      'inner-pipe': 'error',
      'link.json': 'error',
      number: 'error',
      pipe: 'error',
      right: 'graded',
    });
    expect(gradebook().map(({ student }) => student)).to.include(`'=HYPERLINK("x")`);
    expect(readdirSync(join(place, 'out/results')).map((name) => name.toLowerCase())).not.to.include('con.json');
    for (const name of readdirSync(join(place, 'out')))
      if (name !== 'results') expect(out(name)).not.to.include('planted');
  });

  it('refuses submissions outside of the folder, by a roster too, and tells what two handed in', async () => {
    handIn('one');
    writeFileSync(
      join(place, 'class/roster.csv'),
      'student,submission\na,one\nb,one\nc,../../etc\nd,/etc/passwd\ne,missing\n',
    );
    await grade('--roster', 'class/roster.csv');
    expect(statuses()).to.deep.equal({ a: 'graded', b: 'graded', c: 'error', d: 'error', e: 'not-handed-in' });
    expect(summary().shared).to.have.lengthOf(1);
    expect(summary().shared[0])
      .to.include({ kind: 'user-pool' })
      .and.deep.include({ students: ['a', 'b'] });
  });

  it('finds what a roster names from the folder of submissions, and from where the roster is', async () => {
    handIn('one');
    handIn('two');
    lab.write('roster.csv', 'student,submission\na,one\nb,class/two\nc,class/three\n');
    await grade('class', '--roster', 'roster.csv');
    expect(statuses()).to.deep.equal({ a: 'graded', b: 'graded', c: 'not-handed-in' });
    expect(summary().notes).to.deep.equal([]);
    expect(summary().couldNotGrade[0]?.reasons[0]?.reason).to.equal('class/three does not exist.');
  });

  it('takes the points from the rubric, and lateness off', async () => {
    handIn('wrong', { mfa: 'ON' });
    const rubric = {
      tasks: { 3: { weight: 2 }, 4: { all_or_nothing: true } },
      late: { due_at: '2026-11-01T00:00:00Z', percent_per_day: 10, max_percent: 50 },
    };
    writeFileSync(join(place, 'rubric.json'), JSON.stringify(rubric));
    writeFileSync(join(place, 'roster.csv'), 'student,submitted_at\nwrong,2026-11-02T12:00:00Z\n');
    expect((await grade('class', '--roster', 'roster.csv', '--rubric', 'rubric.json')).code).to.equal(1);
    const [learner] = summary().learners;
    expect(learner?.late).to.deep.equal({ seconds: 129_600, percent: 20 });
    expect(learner?.score).to.deep.equal({ earned: 13.6, possible: 20 });
    expect(learner?.tasks.reduce((sum, { score }) => sum + (score?.earned ?? 0), 0)).to.be.closeTo(13.6, 1e-9);
    writeFileSync(join(place, 'rubric.json'), JSON.stringify({ tasks: { 9: { weight: 2 } } }));
    const { code, stderr } = await grade('class', '--rubric', 'rubric.json');
    expect(code).to.equal(2);
    expect(stderr).to.match(/Task 9, which the lab does not have/);
  });

  it('writes no formula into any gradebook, and says whose line an LMS will not find by that', async () => {
    const hostile = ['=HYPERLINK("http://x")', '@SUM(1+1)', '+1', '-1', '\u200ekeke', "'quoted", '<script>', 'plain'];
    hostile.forEach((student, at) => handIn(`s${at}`));
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const rows = hostile.map((text, at) => [text, text, `s${at}`, text].map(cell).join(','));
    lab.write('roster.csv', `student,name,submission,email\n${rows.join('\n')}\n`);
    for (const form of ['csv', 'canvas', 'moodle']) {
      const { stderr } = await grade('class', '--roster', 'roster.csv', '--gradebook', form);
      const table = parse(out('gradebook.csv'), { bom: true });
      expect(table).to.have.lengthOf(hostile.length + (form === 'canvas' ? 2 : 1));
      for (const value of table.flat()) expect(value, form).not.to.match(/^[=+@\t\r]|^-./);
      const [note = ''] = summary().notes;
      for (const student of hostile.slice(0, 4)) expect(note).to.include(JSON.stringify(student));
      expect(note).to.include('"\\u200ekeke"').and.not.to.include('quoted').and.not.to.include('plain');
      expect(stderr).to.include('The gradebook has these identifiers in a form that spreadsheets do not evaluate');
    }
  });

  it('tells a learner the points of the gradebook, on the page and in every file, and how they came about', async () => {
    handIn('wrong', { mfa: 'ON' });
    lab.write('rubric.json', {
      tasks: { 3: { weight: 2 }, 4: { all_or_nothing: true } },
      late: { due_at: '2026-11-01T00:00:00Z', percent_per_day: 10 },
    });
    lab.write('roster.csv', 'student,name,submitted_at\nwrong,"Doe, <Jane>",2026-11-02T12:00:00Z\n');
    await grade('class', '--roster', 'roster.csv', '--rubric', 'rubric.json', '--format', 'gradescope');
    const { grade: points, score } = kept('wrong');
    expect(points).to.deep.equal({
      score: { earned: 13.6, possible: 20 },
      late: { seconds: 129_600, percent: 20 },
    });
    expect(score).to.deep.equal({ earned: 16, possible: 17 });
    expect(gradebook()[0]?.total).to.equal('13.6');
    const page = out('results/wrong.html');
    expect(page).to.include('<bdi>Doe, &lt;Jane&gt;</bdi> <bdi class="quiet">wrong</bdi>');
    expect(page).to.include('<strong>13.6</strong> of 20 points');
    expect(page).to.include(
      'The checks below come to 16 of 17 points. By the rubric of the class that is 13.6 of 20 (2 days late, 20 % taken off).',
    );
    expect(page).to.include('self-reported: read from what was handed in').and.to.include('2026-11-02, 12:00 UTC');
    const gradescope = JSON.parse(out('results/wrong.gradescope.json')) as { score: number; tests: Test[] };
    expect(gradescope.score).to.equal(13.6);
    expect(gradescope.tests.reduce((sum, test) => sum + (test.score ?? 0), 0)).to.equal(13.6);
  });

  it('writes what Classroom 50 and Exercism take, where nobody is in the way of anybody', async () => {
    for (const student of ['right', 'right.classroom50', 'right.exercism']) handIn(student);
    handIn('broken', { without: cliFiles.ListUsers });
    await grade('class', '--format', 'classroom50');
    const names = readdirSync(join(place, 'out/results'));
    expect(names).to.have.lengthOf(4 * 3);
    expect(JSON.parse(out('results/right.classroom50.json'))).to.include({
      owner: 'right',
      score: 17,
      'max-score': 17,
    });
    expect(kept('right').student).to.equal('right');
    const broken = JSON.parse(out('results/broken.classroom50.json')) as { tests: Test[] };
    expect(broken).to.deep.include({ score: 0, 'max-score': 0, tests: [] });
    const other = await grade('class', '--format', 'exercism', '--resume');
    expect(other.stderr).to.match(/used other features, another rubric, name, format/);
    await grade('class', '--format', 'exercism');
    expect(JSON.parse(out('results/right.exercism.json'))).to.include({ version: 3, status: 'pass' });
    expect(JSON.parse(out('results/broken.exercism.json'))).to.include({ version: 3, status: 'error' });
  });

  it('counts as an attempt only what could be looked at', async () => {
    lab.write('rubric.json', { attempts: { max: 1 } });
    handIn('keke', { without: cliFiles.ListUsers });
    await grade('class', '--rubric', 'rubric.json');
    expect(statuses()).to.deep.equal({ keke: 'error' });
    rmSync(join(place, 'class/keke'), { recursive: true });
    handIn('keke', { mfa: 'ON' });
    await grade('class', '--rubric', 'rubric.json');
    expect(summary().learners[0]).to.deep.include({ attempt: 1, passed: false, notes: [] });
    rmSync(join(place, 'class/keke'), { recursive: true });
    handIn('keke');
    await grade('class', '--rubric', 'rubric.json');
    expect(summary().learners[0]).to.deep.include({
      attempt: 2,
      passed: false,
      notes: ['Attempt 2 does not count: the rubric allows 1.'],
    });
    expect(out('results/keke.html')).to.include('Attempt 2 does not count');
  });

  it('lets an earlier grade stand where nothing is handed in any more, whichever attempt counts', async () => {
    handIn('keke');
    handIn('other');
    lab.write('roster.csv', 'student\nkeke\nother\n');
    await grade('class', '--roster', 'roster.csv');
    rmSync(join(place, 'class/keke'), { recursive: true });
    for (const keep of ['best', 'latest']) {
      expect((await grade('class', '--roster', 'roster.csv', '--keep', keep)).code).to.equal(0);
      expect(summary().learners[0]).to.deep.include({
        status: 'graded',
        notes: ['Nothing was handed in. An earlier attempt counts.'],
      });
    }
  });

  it('never lets what could not be read take the place of a grade, and says both', async () => {
    handIn('keke');
    expect((await grade('class')).code).to.equal(0);
    const list = join(place, 'class/keke', cliFiles.ListUsers);
    const whole = readFileSync(list, 'utf8');
    writeFileSync(list, whole.slice(0, 60));
    const { code, stderr } = await grade('class');
    expect(code).to.equal(2);
    expect(stderr).to.include('The earlier grades of "keke" are kept: they could not be graded this time');
    expect(gradebook()[0]).to.include({ student: 'keke', status: 'graded', total: '17' });
    expect(kept('keke')).to.include({ status: 'passed' });
    const note = 'It could not be graded this time, so the earlier grade is kept: list-users.json is not JSON';
    expect(summary().learners[0]?.notes[0]).to.include(note);
    for (const page of ['results/keke.html', 'report.html']) expect(out(page)).to.include(note);
    writeFileSync(list, whole);
    // A run that is resumed looks at it again.
    expect((await grade('class', '--resume')).code).to.equal(0);
    expect(summary().learners[0]?.notes).to.deep.equal([]);
  });

  it('never overwrites an earlier result that cannot be read, nor that of another learner', async () => {
    handIn('keke');
    handIn('zoe');
    await grade('class');
    writeFileSync(join(place, 'out/results/keke.json'), out('results/keke.json').slice(0, 500));
    writeFileSync(join(place, 'out/results/zoe.json'), out('results/zoe.json').replace('"zoe"', '"Zoe"'));
    const before = [out('results/keke.json'), out('results/zoe.json')];
    expect((await grade('class')).code).to.equal(2);
    expect(statuses()).to.deep.equal({ keke: 'error', zoe: 'error' });
    const reasons = summary().learners.map(({ reasons: [first] }) => first?.reason);
    expect(reasons[0]).to.match(/^The result of an earlier run cannot be read: results\/keke\.json is not JSON/);
    expect(reasons[1]).to.equal('The file results/zoe.json is the result of another learner.');
    expect([out('results/keke.json'), out('results/zoe.json')]).to.deep.equal(before);
  });

  it('says for each learner that lateness goes by their own date, where the roster has none', async () => {
    handIn('keke');
    handIn('zoe');
    const late = { due_at: '2026-11-01T00:00:00Z', percent_per_day: 10 };
    lab.write('rubric.json', { late, extensions: { zoe: { due_at: '2999-01-01T00:00:00Z', reason: 'Ill' } } });
    lab.write('roster.csv', 'student,submitted_at\nkeke,2026-10-01T00:00:00Z\nzoe,\n');
    await grade('class', '--roster', 'roster.csv', '--rubric', 'rubric.json');
    expect(summary().learners.map(({ notes }) => notes)).to.deep.equal([
      [],
      ['The roster has no submitted_at: lateness goes by the date of the files, which the learner can set.'],
    ]);
    expect(summary().learners[1]).to.have.property('adjustments').with.lengthOf(1);
    expect(summary().learners[1]).not.to.have.property('late');
  });

  it('leaves what it writes to its owner, also where it was there already', async function () {
    if (process.platform === 'win32') this.skip();
    handIn('keke');
    const modes = (): Record<string, string> =>
      Object.fromEntries(
        ['', 'journal.jsonl', 'gradebook.csv', 'class.md', 'report.html', 'summary.json', 'junit.xml', 'results']
          .concat(['results/keke.json', 'results/keke.html'])
          .map((name) => [name, (statSync(join(place, 'out', name)).mode & 0o777).toString(8)]),
      );
    await grade('class', '--summary', 'out/class.md');
    const first = modes();
    expect(Object.values(first)).to.have.members([
      '700',
      '600',
      '600',
      '600',
      '600',
      '600',
      '600',
      '700',
      '600',
      '600',
    ]);
    for (const name of Object.keys(first)) chmodSync(join(place, 'out', name), 0o755);
    await grade('class', '--summary', 'out/class.md');
    expect(modes()).to.deep.equal({ ...first, '': '755' });
  });

  it("takes no submission of a pool or an account that the roster has somebody else's", async () => {
    for (const student of ['a', 'b', 'c']) handIn(student);
    const poolOf = (student: string): string => `us-east-1_${Buffer.from(student).toString('hex').padEnd(9, '0')}`;
    lab.write(
      'roster.csv',
      [
        'student,submission,user_pool_id,account_id',
        `a,a,${poolOf('a')},123456789012`,
        `b,b,${poolOf('c')},`,
        'c,c,,123456780000',
      ].join('\n'),
    );
    await grade('class', '--roster', 'roster.csv');
    expect(statuses()).to.deep.equal({ a: 'graded', b: 'error', c: 'error' });
    const reasons = summary().learners.map(({ reasons: [first] }) => first?.reason);
    expect(reasons[1]).to.equal(
      `The submission is of the user pool ${poolOf('b')}, but the roster names ${poolOf('c')}.`,
    );
    expect(reasons[2]).to.equal('The submission is of the account ********9012, but the roster names ********0000.');
  });

  it('writes what Canvas and Moodle import', async () => {
    handIn('right');
    handIn('broken', { without: cliFiles.ListUsers });
    writeFileSync(
      join(place, 'roster.csv'),
      'student,name,submission,email\n1001,Points Possible,right,jane@example.com\nsis-2,"Doe, Jane",broken,p@example.com\n',
    );
    await grade('class', '--roster', 'roster.csv', '--gradebook', 'canvas');
    const canvas = parse(out('gradebook.csv'));
    expect(canvas[0]?.slice(0, 5)).to.deep.equal(['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section']);
    expect(canvas[1]).to.deep.equal(['    Points Possible', '', '', '', '', '1', '3', '3', '4', '1', '3', '2', '17']);
    expect(canvas[2]?.slice(0, 4)).to.deep.equal(['Points-Possible', '', '1001', '1001']);
    // An empty cell would take away a grade that is there.
    expect(canvas).to.have.lengthOf(3);
    await grade('class', '--roster', 'roster.csv', '--gradebook', 'moodle');
    const moodle = parse(out('gradebook.csv'));
    expect(moodle[0]?.slice(0, 3)).to.deep.equal(['ID number', 'Full name', 'Email address']);
    expect(moodle).to.have.lengthOf(2);
    expect(moodle[1]?.at(-1)).to.equal('17');
    // Mapped by a column with an empty cell, Moodle gives that row's grades to the user of the row before.
    lab.write('roster.csv', 'student,submission,email\n1001,right,jane@example.com\nsis-2,broken,\n');
    await grade('class', '--roster', 'roster.csv', '--gradebook', 'moodle');
    expect(parse(out('gradebook.csv'))[0]?.slice(0, 3)).to.deep.equal([
      'ID number',
      'Full name',
      'Task 2: Creating a User Pool (out of 1)',
    ]);
  });

  it('keeps the date of a submission when it is graded again, and the best of several', async () => {
    handIn('keke');
    await grade('class');
    const first = kept('keke');
    await grade('class');
    expect(kept('keke').submitted_at).to.equal(first.submitted_at);
    expect(kept('keke').graded_at).not.to.equal(first.graded_at);
    rmSync(join(place, 'class/keke'), { recursive: true });
    handIn('keke', { mfa: 'ON' });
    await grade('class', '--keep', 'best');
    expect(kept('keke').status).to.equal('passed');
    expect(summary().learners[0]).to.include({ attempt: 2, passed: true });
    await grade('class', '--keep', 'latest');
    expect(kept('keke').status).to.equal('failed');
  });

  const refused: [args: string[], says: RegExp][] = [
    [[], /There is nothing to grade/],
    [['nowhere'], /nowhere cannot be read \(ENOENT\)/],
    [['class'], /contains no submission/],
    [['--roster', 'nowhere.csv'], /roster nowhere\.csv is missing/],
    [['class', '--time-limit', '0'], /whole number from 1/],
    [['class', '--gradebook', 'excel'], /csv, canvas, moodle/],
    [['class', '--jobs', '0'], /whole number from 1 to 256/],
    [['class', '--jobs', '10000'], /whole number from 1 to 256/],
  ];
  for (const [args, says] of refused)
    it(`refuses ${args.join(' ') || 'nothing'}`, async () => {
      const { code, stderr } = await grade(...args);
      expect(code).to.equal(2);
      expect(stderr).to.match(says);
      expect(existsSync(join(place, 'out'))).to.equal(false);
    });

  it('refuses an output in which results would be taken for submissions, or which another run has', async () => {
    handIn('keke');
    for (const [folder, output] of [
      ['class', 'class'],
      ['class', 'class/../class/'],
      ['class', 'class/keke/out'],
      ['out/results', 'out'],
    ] as const) {
      const { code, stderr } = await cognitoLab(['grade', folder, '--output', output], noAws(), place);
      expect(code).to.equal(2);
      expect(stderr).to.match(/would be taken for submissions|holds results of an earlier run/);
    }
    mkdirSync(join(place, 'out'));
    const lock = takeLock(join(place, 'out/.lock'), 'A test', '');
    try {
      const { code, stderr } = await grade('class');
      expect(code).to.equal(2);
      expect(stderr).to.match(/^cognito-lab: The folder out is in use by .*\n.*or name another folder with --output/);
    } finally {
      lock.release();
    }
    expect(readdirSync(join(place, 'out'))).to.deep.equal([]);
  });
});
