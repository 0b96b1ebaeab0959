import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Problem } from '../../../common/problem';
import { readRoster, type Roster } from './roster';

describe('A roster as a learning management system exports it', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'layout-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const read = (text: string | Buffer): Roster => {
    writeFileSync(join(folder, 'roster.csv'), text);
    return readRoster(join(folder, 'roster.csv'));
  };

  const layouts: [
    what: string,
    text: string | Buffer,
    title: RegExp,
    identifier: string,
    people: (string | undefined)[][],
  ][] = [
    [
      'Canvas, with the rows that are nobody',
      'Student,ID,SIS User ID,SIS Login ID,Section,Lab 3 (98765),Current Score\n,,,,,Manual Posting,\n    Points Possible,,,,,17,(read only)\n"Doe, Jane",4711,0012345,jdoe1,CS101,,\n"Student, Test",4714,,9a8b7c6d,CS101,,\n',
      /Canvas/,
      'sis_login_id',
      [['jdoe1', 'Doe, Jane']],
    ],
    [
      'Canvas without an SIS, with semicolons and a byte order mark',
      '\ufeffStudent;ID;Section;Lab 3 (98765)\n"Doe, Jane";4711;CS101;12,5\n',
      /Canvas/,
      'id',
      [['4711', 'Doe, Jane']],
    ],
    [
      'Canvas, with names in two columns',
      'LastName,FirstName,ID,SIS Login ID,Section,Lab 3 (98765)\nPoints Possible,,,,,17\nDoe,Jane,4711,jdoe1,CS101,\n',
      /Canvas/,
      'sis_login_id',
      [['jdoe1', 'Jane Doe']],
    ],
    [
      "Moodle's grades",
      'First name,Surname,ID number,Institution,Department,Email address,Assignment: Lab (Real)\nAda,Lovelace,007,,,ada@x.edu,-\n',
      /grades export of Moodle/,
      'id_number',
      [['007', 'Ada Lovelace']],
    ],
    [
      "Moodle's grades, where not everybody has an ID number",
      'First name,Last name,ID number,Email address\nAda,Lovelace,007,ada@x.edu\nBo,Li,,bo@x.edu\n',
      /grades export of Moodle/,
      'email_address',
      [
        ['ada@x.edu', 'Ada Lovelace'],
        ['bo@x.edu', 'Bo Li'],
      ],
    ],
    [
      "Moodle's worksheet",
      'Identifier,Full name,Email address,Status,Grade,Maximum grade,Grade can be changed,Last modified (grade)\nParticipant 1234,Ada Lovelace,ada@x.edu,Submitted,,100.00,Yes,-\n',
      /worksheet of Moodle/,
      'identifier',
      [['Participant 1234', 'Ada Lovelace']],
    ],
    [
      'GitHub Classroom',
      'identifier,github_username,github_id,name\njdoe@x.edu,JDoe,1,Jane\n',
      /GitHub Classroom/,
      'identifier',
      [['jdoe@x.edu', 'Jane']],
    ],
    [
      'Classroom 50',
      'username,first_name,last_name,email,section,github_id\nJDoe,Jane,Doe,j@x.edu,1,77\n',
      /Classroom 50/,
      'username',
      [['JDoe', 'Jane Doe']],
    ],
    [
      'Blackboard, in UTF-16 with tabs and quotes',
      Buffer.from(
        '\ufeff"Last Name"\t"First Name"\t"Username"\t"Student ID"\r\n"Doe"\t"Jane"\t"jdoe1"\t"0012345"\r\n',
        'utf16le',
      ),
      /Blackboard/,
      'username',
      [['jdoe1', 'Jane Doe']],
    ],
    [
      'Brightspace, with its leading #',
      'OrgDefinedId,Username,Last Name,First Name,Lab Points Grade <Numeric MaxPoints:17>,End-of-Line Indicator\n#0012345,#jdoe1,Doe,Jane,,#\n',
      /Brightspace/,
      'orgdefinedid',
      [['0012345', 'Jane Doe']],
    ],
    [
      'Gradescope, where staff is nobody',
      'First Name,Last Name,SID,Email,Sections,Role\nJane,Doe,0012345,j@x.edu,A,Student\nTom,Tutor,9,t@x.edu,A,TA\n',
      /Gradescope/,
      'sid',
      [['0012345', 'Jane Doe']],
    ],
    ['nbgrader', 'id,first_name,last_name,email\njdoe,Jane,Doe,\n', /nbgrader/, 'id', [['jdoe', 'Jane Doe']]],
    ['Sakai', 'Student ID,Name,Lab [17]\njdoe,"Doe, Jane",\n', /Sakai/, 'student_id', [['jdoe', 'Doe, Jane']]],
    [
      'Google Classroom, with its rows of dates and points',
      'Last Name,First Name,Email Address,Lab\nDate,,,2026-11-23\nPoints,,,17\nDoe,Jane,j@x.edu,\n',
      /Google Classroom/,
      'email_address',
      [['j@x.edu', 'Jane Doe']],
    ],
    [
      'Canvas, with all of its columns and one of the course',
      'Student,ID,SIS User ID,SIS Login ID,Integration ID,Root Account,Section,Notes,Quiz 0 (98764),Lab 3 (98765),Labs Current Points,Labs Unposted Final Score,Override Status\n,,,,,,,,,Manual Posting,(read only),(read only),\n    Points Possible,,,,,,,,5,17,(read only),(read only),\n"Doe, Jane",4711,0012345,jdoe1,,canvas.x.edu,CS101 and CS102,good,3,,,,\n"Student, Test",4714,,9a8b,,,CS101,,,,,,\n',
      /Canvas/,
      'sis_login_id',
      [['jdoe1', 'Doe, Jane']],
    ],
    [
      'Canvas, with names in two columns, a mark and its test student',
      '\ufeffLastName,FirstName,ID,SIS Login ID,Section,Group Name,Lab 3 (98765)\nPoints Possible,,,,,,17\nDoe,Jane,4711,jdoe1,CS101,Team 1,\nStudent,Test,4714,9a8b,CS101,,\n',
      /Canvas/,
      'sis_login_id',
      [['jdoe1', 'Jane Doe']],
    ],
    [
      "Moodle's grades, with profile fields of the site",
      'Username,First name,Last name,ID number,Institution,Department,Email address,Matriculation number,Groups,Assignment: Lab (Real),Assignment: Lab (Feedback),Course total (Real),Last downloaded from this course\nada,Ada,Lovelace,007,,,ada@x.edu,4711,A,-,-,-,1790000000\n',
      /grades export of Moodle/,
      'id_number',
      [['007', 'Ada Lovelace']],
    ],
    [
      "Moodle's worksheet of a blind assignment",
      '\ufeffIdentifier,Status,Marker,Grade,Maximum grade,Grade can be changed,Last modified (submission),Online text,Last modified (grade),Feedback comments\nParticipant 1234,Submitted for grading,,,17.00,Yes,"Saturday, 2 May 2026, 10:20 AM",,-,\n',
      /worksheet of Moodle/,
      'identifier',
      [['Participant 1234', undefined]],
    ],
    [
      'Blackboard, with last access and its items',
      '\ufeff"Last Name","First Name","Username","Student ID","Last Access","Availability","Weighted Total [Total Pts: up to 0 Percentage] |1","Lab 1 [Total Pts: 17 Score] |2"\r\n"Doe","Jane","jdoe1","0012345","2026-05-02 10:20:30","Yes","",""\r\n',
      /Blackboard/,
      'username',
      [['jdoe1', 'Jane Doe']],
    ],
    [
      'Blackboard, of which only the items tell',
      '"Last Name","First Name","Username","Lab 1 [Total Pts: 17 Score] |2"\n"Doe","Jane","jdoe1",""\n',
      /Blackboard/,
      'username',
      [['jdoe1', 'Jane Doe']],
    ],
    [
      'Brightspace, by both ids and with final grades',
      'OrgDefinedId,Username,Last Name,First Name,Email,Lab 1 Points Grade <Numeric MaxPoints:10>,Calculated Final Grade Numerator,Calculated Final Grade Denominator,End-of-Line Indicator\n#0012345,#jdoe1,Doe,Jane,j@x.edu,,,,#\n',
      /Brightspace/,
      'orgdefinedid',
      [['0012345', 'Jane Doe']],
    ],
    [
      'Brightspace, by user name alone',
      'Username,Last Name,First Name,Email,Lab 1 Points Grade <Numeric MaxPoints:10>,End-of-Line Indicator\n#jdoe1,Doe,Jane,j@x.edu,,#\n',
      /Brightspace/,
      'username',
      [['jdoe1', 'Jane Doe']],
    ],
    [
      'Gradescope, with the scores of an assignment',
      'Name,SID,Email,Total Score,Max Points,Status,Submission ID,Submission Time,Lateness (H:M:S)\nJane Doe,0012345,j@x.edu,,17.0,Missing,,,\n',
      /Gradescope/,
      'sid',
      [['0012345', 'Jane Doe']],
    ],
    [
      'Gradescope, with the name whole and in parts',
      'First Name,Last Name,Name,SID,Email,Role,Section\nJane,Doe,Jane Doe,0012345,j@x.edu,Student,A\n',
      /Gradescope/,
      'sid',
      [['0012345', 'Jane Doe']],
    ],
    [
      'GitHub Classroom, with the grades of an assignment',
      '"assignment_name","assignment_url","github_username","roster_identifier","student_repository_name","submission_timestamp","points_awarded"\n"Lab","u","JDoe","jdoe@x.edu","lab-JDoe","2026-05-02 10:20:30 UTC","0"\n',
      /GitHub Classroom/,
      'roster_identifier',
      [['jdoe@x.edu', undefined]],
    ],
    [
      'Google Classroom, with the average of the class',
      'Last Name,First Name,Email Address,Lab,Average\nDate,,,2026-11-23,\nPoints,,,17,\nClass Average,,,,\nDoe,Jane,j@x.edu,,\n',
      /Google Classroom/,
      'email_address',
      [['j@x.edu', 'Jane Doe']],
    ],
    [
      'marks in its header that cannot be seen',
      'Student,\u200bID,SIS\u00a0Login\u00a0ID,Section\nJane,1,jdoe,A\n',
      /Canvas/,
      'sis_login_id',
      [['jdoe', 'Jane']],
    ],
  ];
  for (const [what, text, title, identifier, people] of layouts)
    it(`is read from ${what}`, () => {
      const roster = read(text);
      expect(roster.layout?.title).to.match(title);
      expect(roster.identifier).to.equal(identifier);
      expect(roster.rows.map(({ student, name }) => [student, name])).to.deep.equal(people);
    });

  it('is ours where it has our column and is not one of Canvas', () => {
    for (const text of [
      'student,username,github_id\nkeke,x,1\n',
      'student,First Name,Last Name,SID,Email\nkeke,a,b,c,d\n',
      'student,id\nkeke,1\n',
    ]) {
      const { layout, rows } = read(text);
      expect(layout).to.equal(undefined);
      expect(rows[0]?.student).to.equal('keke');
    }
  });

  it('is refused where a spreadsheet rounded an identifier', () => {
    expect(() => read('OrgDefinedId,Username\n1.23457E+17,a\n')).to.throw(
      Problem,
      /line 2: orgdefinedid "1.23457E\+17" was rounded/,
    );
  });

  it('is refused where no column identifies everybody', () => {
    expect(() => read('SID,Email,Name\n1,,A\n,b@x.edu,B\n')).to.throw(
      Problem,
      /no column of it identifies every learner/,
    );
  });

  it('is told as one open quote where it is that', () => {
    expect(() => read(`student,name\nkeke,"Jane\n${'x,y\n'.repeat(500_000)}`)).to.throw(
      Problem,
      /never closed.*line 2/,
    );
    expect(() => read('"')).to.throw(Problem, /never closed/);
  });

  it('is told as the workbook that it is', () => {
    expect(() => read('PK\u0003\u0004')).to.throw(Problem, /a workbook or an archive/);
  });
});
