import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect } from 'chai';
import { mixed } from '../../fixtures/classes';
import { readRoster, type Roster } from '../../support/commands/grade/inputs/roster';
import { filledRoster } from '../../support/commands/grade/outputs/filled-roster';
import { gradebook } from '../../support/commands/grade/outputs/gradebook';
import { planGradebook, type GradebookOptions } from '../../support/commands/grade/outputs/gradebook-plan';
import { Problem } from '../../support/common/problem';
import type { ClassSummary } from '../../support/lab/result/class-result';
import { importToCanvas, importToMoodle, importWorksheet, type Person } from './importers';

/** Three learners: Ann has 13.6 points, Bo could not be looked at, Cem handed in nothing. */
function classOf(roster: Roster): ClassSummary {
  const [graded] = mixed.learners.filter(({ status }) => status === 'graded');
  const learners = roster.rows.map(({ student, name }, at) =>
    at === 0
      ? { ...graded!, student, name, score: { earned: 13.6, possible: 17 } }
      : {
          ...graded!,
          student,
          name,
          score: undefined,
          status: at === 1 ? ('error' as const) : ('not-handed-in' as const),
        },
  );
  return { ...mixed, learners, possible: 17 };
}

describe('A gradebook, imported again', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'round-trip-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const read = (text: string): Roster => {
    writeFileSync(join(folder, 'roster.csv'), text);
    return readRoster(join(folder, 'roster.csv'));
  };
  const write = (text: string, options: GradebookOptions = {}): string => {
    const roster = read(text);
    const plan = planGradebook(options, { roster, possible: 17 });
    const entries = roster.rows.map(({ student, email }) => ({
      student,
      email,
      source: { kind: 'none' as const, reason: '' },
    }));
    return gradebook({ summary: classOf(roster), entries, plan });
  };

  // Numbers that mean one learner in one column and another in the next.
  const course: Person[] = [
    {
      id: 1001,
      sis: '2002',
      login: 'ann',
      name: 'Ann A',
      sortable: 'A, Ann',
      idnumber: '01',
      email: 'a@x',
      participant: 11,
      grades: { 'Lab 1 (5)': null, 'Lab 2 (6)': 4 },
    },
    {
      id: 2002,
      sis: '1001',
      login: 'bo',
      name: 'Bo B',
      sortable: 'B, Bo',
      idnumber: '02',
      email: 'b@x',
      participant: 12,
      grades: { 'Lab 1 (5)': 9, 'Lab 2 (6)': null, Grade: 3, Lab: 3 },
    },
    {
      id: 3003,
      sis: '0001001',
      login: 'cem',
      name: 'Cem C',
      sortable: 'C, Cem',
      idnumber: '03',
      email: 'c@x',
      participant: 13,
      grades: { 'Lab 1 (5)': 7, 'Lab 2 (6)': null },
    },
  ];
  const canvas = [
    'Student,ID,SIS User ID,SIS Login ID,Section,Lab 1 (5),Lab 2 (6),Final Score',
    ',,,,,Manual Posting,,',
    '    Points Possible,,,,,17,10,(read only)',
    '"A, Ann",1001,2002,ann,S,,4,80',
    '"B, Bo",2002,1001,bo,S,9,,',
    '"C, Cem",3003,0001001,cem,S,7,,',
    '',
  ].join('\n');
  const ann = (item: string, from: number | null = null) => [{ who: 'Ann A', item, from, to: 13.6 }];

  it('changes in Canvas the grades that were given in the one column, and nobody else', () => {
    for (const assignment of ['Lab 1 (5)', 'lab 1'])
      expect(importToCanvas(write(canvas, { assignment }), course)).to.deep.equal(ann('Lab 1 (5)'));
    expect(
      importToCanvas(
        write(
          canvas
            .replace(',Lab 2 (6)', '')
            .replace(',10', '')
            .replace(/,4,80|,,$/gm, ','),
          {},
        ),
        course,
      ),
    ).to.deep.equal(ann('Lab 1 (5)'));
  });

  it('hands back every other cell of Canvas as it came', () => {
    const [before, after] = [canvas, write(canvas, { assignment: 'Lab 1 (5)' })].map((text) => parse(text));
    expect(after?.slice(0, 2)).to.deep.equal([before?.[0], before?.[1]?.some(Boolean) ? before?.[1] : undefined]);
    expect(after?.at(-1)).to.deep.equal(['A, Ann', '1001', '2002', 'ann', 'S', '13.6', '4', '80']);
  });

  it('keeps the separator and the mark of the export', () => {
    const text = `\ufeff${canvas.replaceAll(',', ';').replaceAll('"A; Ann"', '"A, Ann"')}`
      .replaceAll('"B; Bo"', '"B, Bo"')
      .replaceAll('"C; Cem"', '"C, Cem"');
    const filled = write(text, { assignment: 'Lab 1' });
    expect(filled).to.match(/^\ufeffStudent;ID;/);
    expect(importToCanvas(filled, course)).to.deep.equal(ann('Lab 1 (5)'));
  });

  it('changes one column of a Canvas export with every column that Canvas has', () => {
    const full = [
      'Student,ID,SIS User ID,SIS Login ID,Integration ID,Root Account,Section,Notes,Lab 1 (5),Lab 2 (6),Labs Current Points,Labs Unposted Current Score,Current Score,Final Grade,Override Score',
      ',,,,,,,,Manual Posting,,(read only),(read only),(read only),(read only),',
      '    Points Possible,,,,,,,,17,10,(read only),(read only),(read only),(read only),',
      '"A, Ann",1001,2002,ann,,canvas.x.edu,S and T,good,,4,4,80,80,B,',
      '"B, Bo",2002,1001,bo,,canvas.x.edu,S,,9,,,,,,',
      '"Student, Test",9,,0a1b,,,S,,,,,,,,',
      '',
    ].join('\n');
    expect(importToCanvas(write(full, { assignment: 'Lab 1' }), course, ['Notes'])).to.deep.equal(ann('Lab 1 (5)'));
  });

  it('hands names in two columns back without a mark, with which Canvas does not know them', () => {
    const text =
      '\ufeffLastName,FirstName,ID,SIS User ID,SIS Login ID,Section,Lab 1 (5)\nPoints Possible,,,,,,17\nA,Ann,1001,2002,ann,S,\nB,Bo,2002,1001,bo,S,9\nStudent,Test,9,,0a1b,S,\n';
    expect(() => importToCanvas(text, course)).to.throw('Invalid header row');
    expect(importToCanvas(write(text), course)).to.deep.equal(ann('Lab 1 (5)'));
  });

  it('leaves out whom Canvas has excused, and says so', () => {
    const roster = read(canvas.replace('ann,S,,4', 'ann,S,EX,4'));
    const { rows, hints } = filledRoster(roster, 5, classOf(roster));
    expect(rows.map(([name]) => name?.trim())).to.deep.equal(['Student', '', 'Points Possible']);
    expect(hints.join()).to.include('Canvas has excused "ann"');
  });

  it('never has a number in the ID of Canvas that is not known to be one of its own', () => {
    const own = write('student,name\n2002,"A, Ann"\n1001,"B, Bo"\n0001001,"C, Cem"\n', { form: 'canvas' });
    const changed = importToCanvas(own, course);
    expect(new Set(changed.map(({ who }) => who))).to.deep.equal(new Set(['Ann A']));
    expect(changed.at(-1)).to.include({ item: 'cognito-lab total', to: 13.6 });
    const known = write('student,name,canvas_id\nx,"A, Ann",1001\ny,"B, Bo",2002\n', { form: 'canvas' });
    expect(importToCanvas(known, course).at(-1)).to.include({ who: 'Ann A', to: 13.6 });
  });

  const worksheet = [
    'Identifier,Full name,Email address,Status,Grade,Maximum grade,Grade can be changed,Last modified (grade),Feedback comments',
    'Participant 11,Ann A,a@x,Submitted,,17.00,Yes,-,',
    'Participant 12,Bo B,b@x,Submitted,3.00,17.00,Yes,"Monday, 2 May 2026",Well',
    'Participant 13,Cem C,c@x,,,17.00,Yes,-,',
    '',
  ].join('\n');

  it('changes in a worksheet of Moodle the grades that were given', () => {
    expect(importWorksheet(write(worksheet), course, 17)).to.deep.equal(ann('Grade'));
    expect(importWorksheet(write(worksheet, { form: 'moodle' }), course, 17)).to.deep.equal(ann('Grade'));
  });

  it('leaves out who may not be changed, and says so', () => {
    const roster = read(worksheet.replace('17.00,Yes,-', '17.00,No,-'));
    const { rows, hints } = filledRoster(roster, 4, classOf(roster));
    expect(rows).to.have.lengthOf(1);
    expect(hints.join()).to.include('grades of "Participant 11" are locked in Moodle');
  });

  const grades =
    'First name,Surname,ID number,Email address,Lab,Course total (Real)\nAnn,A,01,a@x,-,-\nBo,B,02,b@x,3,-\nCem,C,03,c@x,-,-\n';

  it("changes in Moodle's grades what was given, though a dash takes away a grade", () => {
    const map = { by: 'idnumber' as const, column: 'ID number', items: ['Lab'] };
    expect(importToMoodle(write(grades), course, map)).to.deep.equal(ann('Lab'));
    const own = write('student,email\n01,a@x\n02,b@x\n03,c@x\n', { form: 'moodle' });
    const [total = ''] = parse(own)[0]?.slice(-1) ?? [];
    expect(importToMoodle(own, course, { ...map, items: [total] })).to.deep.equal(ann(total));
  });

  it('takes no profile field of a Moodle site for an assignment', () => {
    const text =
      'First name,Last name,ID number,Email address,Matriculation number,Assignment: Lab (Real),Assignment: Lab (Feedback),Course total (Real)\nAnn,A,01,a@x,4711,-,-,-\nBo,B,02,b@x,4712,3,-,-\nCem,C,03,c@x,4713,-,-,-\n';
    const [header, row] = parse(write(text));
    expect(header).to.deep.equal(parse(text)[0]);
    expect(row).to.deep.equal(['Ann', 'A', '01', 'a@x', '4711', '13.6', '-', '-']);
  });

  const refused: [what: string, text: string, options: GradebookOptions, says: RegExp][] = [
    [
      'several assignments for an import',
      canvas,
      { form: 'canvas' },
      /several assignments.*"Lab 1 \(5\)", "Lab 2 \(6\)"/,
    ],
    ['an assignment that is none', canvas, { assignment: 'Lab 9' }, /no column of an assignment "Lab 9"/],
    ['an assignment without an export', 'student\nkeke\n', { assignment: 'Lab 1' }, /the roster is none/],
    ['the wrong form', canvas, { assignment: 'Lab 1', form: 'moodle' }, /one of canvas, not of moodle/],
    [
      'an item that takes fewer points',
      worksheet.replaceAll('17.00', '10.00'),
      {},
      /takes 10 points at most for "Grade"/,
    ],
    [
      'a decimal comma in an import',
      canvas,
      { form: 'canvas', decimal: 'comma' },
      /--decimal works with --gradebook csv only/,
    ],
  ];
  for (const [what, text, options, says] of refused)
    it(`is refused with ${what}`, () => expect(() => write(text, options)).to.throw(Problem, says));

  it('says what the points are out of, where the item has others', () => {
    const roster = read(canvas.replace(',17,', ',100,'));
    const { hints } = planGradebook({ assignment: 'Lab 1' }, { roster, possible: 17 });
    expect(hints.join()).to.include('"Lab 1 (5)" is out of 100 points, and the lab out of 17');
  });

  it('is for a spreadsheet where it is for none: with a mark, and a comma on request', () => {
    expect(write('student\nann\n')).to.match(/^\ufeffstudent,name,status/);
    expect(write('student\nann\n', { decimal: 'comma' })).to.match(/^\ufeffstudent;name;status[^]*;13,6;17;/);
    expect(write(canvas)).to.match(/^\ufeffstudent,name,status/);
  });
});
