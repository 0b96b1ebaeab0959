import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Problem } from '../../../common/problem';
import { readRoster, type RosterRow } from './roster';

describe('A roster', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'roster-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const read = (text: string | Buffer): RosterRow[] => {
    const path = join(folder, 'roster.csv');
    writeFileSync(path, text);
    return readRoster(path).rows;
  };

  const alike: [what: string, text: string | Buffer][] = [
    ['commas', 'student,name\nkeke,"Doe, Jane\nJr."\n'],
    ['semicolons', 'student;name\nkeke;"Doe, Jane\nJr."\n'],
    ['tabs', 'student\tname\nkeke\t"Doe, Jane\nJr."\n'],
    ['a byte order mark', '\ufeffstudent,name\nkeke,"Doe, Jane\nJr."\n'],
    ['the line ends of Windows', 'student,name\r\nkeke,"Doe, Jane\nJr."\r\n'],
    ['UTF-16, as Excel saves it', Buffer.from('\ufeffstudent\tname\nkeke\t"Doe, Jane\nJr."\n', 'utf16le')],
    ['columns of the LMS, capitals and spaces', ' Student , Group,NAME\nkeke,7,"Doe, Jane\nJr."\n'],
    ['empty lines', '\nstudent,name\n\n,\nkeke,"Doe, Jane\nJr."\n\n'],
  ];
  for (const [what, text] of alike)
    it(`is read with ${what}`, () =>
      expect(read(text).map(({ student, name }) => [student, name])).to.deep.equal([['keke', 'Doe, Jane\nJr.']]));

  it('says where to look', () => {
    const [row] = read(
      'student,user_pool_id,region,role_arn,external_id,account_id,submitted_at\n' +
        'keke,us-east-1_AbCdEf123,us-east-1,arn:aws:iam::123456789012:role/lab,class-7,123456789012,2026-11-23T18:00:00+01:00\n',
    );
    expect(row).to.include({ user_pool_id: 'us-east-1_AbCdEf123', external_id: 'class-7' });
  });

  const refused: [what: string, text: string | Buffer, says: RegExp][] = [
    ['no column of the learners', 'name,email\nx,y\n', /no column "student". Its columns are: name, email/],
    ['nothing in it', '', /no column "student"/],
    ['nobody in it', 'student\n', /lists no learners/],
    ['a learner twice', 'student\nkeke\nother\nkeke\n', /line 4: student "keke" is in line 2 too/],
    ['a learner twice, an accent written two ways', 'student\n\u00e9\ne\u0301\n', /line 3/],
    ['a learner without an identifier', 'student,name\n,Jane\n', /line 2: student "" is empty/],
    ['a line with too many cells', 'student,name\nkeke,a,b\n', /line 2/],
    ['a quote that never ends', 'student,name\nkeke,"a\n', /line 2\)\./],
    ['an account that is none', 'student,account_id\nkeke,123\n', /line 2: account_id "123" is not an account id/],
    ['a pool that is none', 'student,user_pool_id\nkeke,../x\n', /line 2: user_pool_id/],
    [
      'a role without a pool',
      'student,role_arn\nkeke,arn:aws:iam::123456789012:role/x\n',
      /role_arn .* without a user_pool_id/,
    ],
    ['a date without a zone', 'student,submitted_at\nkeke,2026-11-23T18:00:00\n', /a date with a time zone/],
    ['a date that is none', 'student,submitted_at\nkeke,2026-13-45T18:00:00Z\n', /a date that exists/],
    [
      'a day that its month does not have',
      'student,submitted_at\nkeke,2026-02-30T18:00:00Z\n',
      /"2026-02-30T18:00:00Z" is not a date that exists\.$/,
    ],
    [
      'a word for a date',
      'student,submitted_at\nkeke,yesterday\n',
      /^[^\n]*\n {2}line 2: [^\n]*with a time zone[^\n]*$/,
    ],
    ['UTF-16 that does not say so', Buffer.from('student,name\nkeke,x\n', 'utf16le'), /not in UTF-8/],
    ['a byte that no text has', 'student\nke\0ke\n', /not in UTF-8/],
    ['a column twice', 'student,name,name\nkeke,a,b\n', /"name" twice/],
    ['letters of another encoding', Buffer.from('student\nJos\xe9\n', 'latin1'), /not in UTF-8/],
  ];
  for (const [what, text, says] of refused)
    it(`is refused with ${what}`, () => expect(() => read(text)).to.throw(Problem, says));

  it('tells of every fault at once, and of no more than one can read', () => {
    const rows = Array.from({ length: 50 }, (_, i) => `s${i},nope`).join('\n');
    expect(() => read(`student,region\n${rows}\n`)).to.throw(Problem, /line 2: [^]*line 21: [^]*and 30 more/);
  });

  it('is refused with more learners than any class has', () => {
    const rows = Array.from({ length: 200_001 }, (_, at) => String(at));
    expect(() => read(`student\n${rows.join('\n')}`)).to.throw(Problem, /has more than 200000 rows/);
  });

  it('takes a hundred thousand learners', () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `s${i},=HYPERLINK(${i})`).join('\n');
    expect(read(`student,name\n${rows}\n`)).to.have.lengthOf(100_000);
  });
});
