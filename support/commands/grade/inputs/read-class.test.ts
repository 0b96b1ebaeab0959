import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { zipOf } from '../../../../tests/support/zip';
import { readClass, type Class } from './read-class';

const snapshot = '{"schema": "cognito-lab/snapshot/v1"}';

describe('A class as an LMS hands it out', () => {
  let place: string;
  let open: Class[];
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'download-'));
    open = [];
  });
  afterEach(() => {
    open.forEach(({ dispose }) => dispose());
    rmSync(place, { recursive: true });
  });

  const write = (path: string, content: string | Buffer = snapshot): void => {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), content);
  };
  const read = async (roster?: string, folder = 'in'): Promise<Class> => {
    if (roster !== undefined) write('roster.csv', roster);
    const path = roster === undefined ? undefined : join(place, 'roster.csv');
    const found = await readClass({ folder: join(place, folder), roster: path, output: join(place, 'out') });
    open.push(found);
    return found;
  };
  const standOf = ({ entries }: Class): Record<string, string> =>
    Object.fromEntries(
      entries.map(({ student, source }) => [
        student,
        source.kind === 'refused' ? source.reason : source.kind === 'submission' ? 'there' : source.kind,
      ]),
    );

  it('is known by the numbers of Canvas, and by them only in the column that has them', async () => {
    write('in/loveladea_77_501_keke.json');
    write('in/hopper_LATE_78_502_keke.json');
    const canvas =
      'Student,ID,SIS User ID,SIS Login ID,Section,Lab (1)\n"Lovelace, Ada",77,78,ada,A,\n"Hopper, Grace",78,77,grace,A,\n"Nobody, Else",79,80,else,A,\n';
    const found = await read(canvas);
    expect(standOf(found)).to.deep.equal({ 77: 'there', 78: 'there', 79: 'none' });
    expect(found.entries[0]?.name).to.equal('Lovelace, Ada');
    expect(found.notes.join())
      .to.include('Canvas gradebook export; its column "ID"')
      .and.include('a download of Canvas');
    expect(standOf(await read())).to.deep.equal({ 77: 'there', 78: 'there' });
  });

  it('gives nobody the work of a number that means somebody else', async () => {
    write('in/hopper_77_501_keke.json');
    expect(standOf(await read('student,name\n77,Ada Lovelace\n'))).to.deep.equal({ 77: 'none' });
    expect(standOf(await read('student,name\n77,Grace Hopper\n'))).to.deep.equal({ 77: 'there' });
    expect(standOf(await read('student,canvas_id\ngrace,77\n'))).to.deep.equal({ grace: 'there' });
  });

  it('is put together from files that were handed in to Canvas one by one', async () => {
    write('in/hopper_77_501_list-users.json', '{}');
    write('in/hopper_77_502_describe-user-pool-1.json', '{}');
    write('in/li_78_503_list-users.json', ' '.repeat(3_000_000));
    write('in/li_78_504_describe-user-pool.json', '{}');
    expect(standOf(await read())).to.deep.equal({
      77: 'there',
      78: '"li_78_503_list-users.json" is 3 MB; it may have 2 MB at most.',
    });
  });

  it('is joined to the worksheet of Moodle by the participant', async () => {
    write('in/Ada Lovelace_1234_assignsubmission_file_/keke.json');
    write('in/Ada Lovelace_1235_assignsubmission_file_/sub/list-users.json', '{}');
    write('in/Bo Li_1236_assignsubmission_onlinetext_/onlinetext.html', 'x');
    const head = 'Identifier,Full name,Status,Grade,Maximum grade,Grade can be changed';
    const found = await read(
      `${head}\nParticipant 1234,Ada Lovelace,,,17,Yes\nTeilnehmer/in1235,Ada Lovelace,,,17,Yes\nParticipant 1236,Bo Li,,,17,Yes\n`,
    );
    expect(standOf(found)).to.deep.equal({
      'Participant 1234': 'there',
      'Teilnehmer/in1235': 'there',
      'Participant 1236': 'none',
    });
  });

  it('is joined by the full name only where it is the only one of it', async () => {
    write('in/77-88 - Ada Lovelace - May 2, 2026 1020 AM/keke.json');
    write('in/78-89 - Jane Doe - May 2, 2026 1020 AM/keke.json');
    const found = await read(
      'OrgDefinedId,Last Name,First Name,End-of-Line Indicator\n#1,Lovelace,Ada,#\n#2,Doe,Jane,#\n#3,Doe,Jane,#\n',
    );
    expect(standOf(found)).to.deep.equal({ 1: 'there', 2: 'none', 3: 'none' });
    expect(found.notes.join()).to.include('Found by their full names').and.include('"78", who is not in the roster');
  });

  it('is joined to a roster by what Gradescope says of who handed in what, for each of a group', async () => {
    write('in/export/submission_5/keke.json');
    write('in/export/submission_6/keke.json');
    write(
      'in/export/submission_metadata.yml',
      "submission_5:\n  :submitters:\n  - :name: Jane\n    :sid: '0012'\n    :email: j@x.edu\n  - :name: Bo\n    :sid: '0013'\n    :email: b@x.edu\nsubmission_6:\n  :submitters:\n  - :name: Al\n    :sid: 0014\n    :email: a@x.edu\n",
    );
    const found = await read('First Name,Last Name,SID,Email\nJ,D,0012,j@x.edu\nB,L,0013,b@x.edu\nA,L,0014,a@x.edu\n');
    expect(standOf(found)).to.deep.equal({ '0012': 'there', '0013': 'there', '0014': 'there' });
    expect(standOf(await read())).to.deep.equal({ submission_5: 'there', '0014': 'there' });
  });

  it('is found by the user names in the names of repositories, in any case', async () => {
    write('in/cs-lab-3-jdoe/keke.json');
    write('in/cs-lab-3-mary-ann/sub/keke.json');
    const found = await read('username,first_name,last_name,email,section,github_id\nJDoe,,,,,1\nann,,,,,2\n');
    expect(standOf(found)).to.deep.equal({ JDoe: 'there', ann: 'none' });
    const classroom = 'identifier,github_username,github_id,name\nj@x.edu,JDoe,1,J\nm@x.edu,mary-ann,2,M\n';
    expect(standOf(await read(classroom))).to.deep.equal({ JDoe: 'there', 'mary-ann': 'there' });
  });

  it('is found by the user names of those who have one, where some never accepted the assignment', async () => {
    write('in/lab-1-JDoe/keke.json');
    write('in/lab-1-mary-ann/submission/list-users.json', '{}');
    const found = await read(
      '"identifier","github_username","github_id","name"\n"jdoe@x.edu","JDoe","1","Jane"\n"m@x.edu","mary-ann","2",""\n"bo@x.edu","","",""\n',
    );
    expect(standOf(found)).to.deep.equal({ 'jdoe@x.edu': 'there', 'm@x.edu': 'there', 'bo@x.edu': 'none' });
    expect(found.notes.join()).not.to.include('whom the roster does not name');
  });

  it('is found whatever learners call their files', async () => {
    write('in/lovelaceada_77_501_keke-1.json');
    write('in/hopper_LATE_78_502_keke-2.json');
    write('in/müllerjürgen_79_503_keke (1).json');
    write('in/oconnor-smith_80_504_my keke_final_v2.json');
    const canvas =
      'Student,ID,SIS Login ID,Section,Lab (1)\n"L, A",77,ada,A,\n"H, G",78,grace,A,\n"M, J",79,jm,A,\n"O, S",80,os,A,\n';
    expect(standOf(await read(canvas))).to.deep.equal({ 77: 'there', 78: 'there', 79: 'there', 80: 'there' });
    for (const name of ['Ada Lovelace', 'José Ñandú'.normalize('NFD'), "O'Brien, Bo (2)"])
      write(`moodle/${name}_${name.length}_assignsubmission_file_/sub mission/keke (1).json`);
    const worksheet =
      'Identifier,Full name,Status,Grade,Maximum grade,Grade can be changed\nParticipant 12,Ada Lovelace,,,17,Yes\nParticipant 13,José Ñandú,,,17,Yes\nParticipant 15,Bo,,,17,Yes\n';
    expect(standOf(await read(worksheet, 'moodle'))).to.deep.equal({
      'Participant 12': 'there',
      'Participant 13': 'there',
      'Participant 15': 'there',
    });
    write('d2l/77-88 - Ada Lovelace - May 2, 2026 1020 AM/keke (1).json');
    write('d2l/78-88 - José Ñandú - 2 May, 2026 10-20 AM/keke.json');
    write('d2l/index.html', 'x');
    const brightspace = 'Username,Last Name,First Name,End-of-Line Indicator\n#ada,Lovelace,Ada,#\n#jn,Ñandú,José,#\n';
    expect(standOf(await read(brightspace, 'd2l'))).to.deep.equal({ ada: 'there', jn: 'there' });
  });

  it('names near misses, and takes none of them for the learner', async () => {
    write('in/12345.json');
    const found = await read('student\n0012345\n');
    expect(standOf(found)['0012345']).to.equal(
      'The folder has no "0012345", but "12345", which differs only in leading zeros.',
    );
    expect((await read('student\n12345\n012345\n')).notes.join()).to.include('"12345" and "012345"');
  });

  it('refuses two entries of one learner, by name', async () => {
    write('in/keke.json');
    write('in/keke/list-users.json', '{}');
    expect(standOf(await read())).to.deep.equal({
      keke: 'There are two submissions of "keke" in the folder: "keke", "keke.json".',
    });
  });

  it('is read from an archive, in which one bad entry is in the way of one learner', async () => {
    const learner = zipOf([{ name: 'keke/list-users.json', content: '{}' }]);
    const content = Buffer.alloc(1_000_000);
    const large = Array.from({ length: 70 }, (_, at) => ({ name: `export/f/${at}.json`, content }));
    write(
      'in.zip',
      zipOf([
        { name: 'export/a/keke.json', content: snapshot },
        { name: 'export/b.zip', content: learner },
        { name: 'export/c/keke.json', content: '/etc/passwd', mode: 0o120777 },
        { name: 'export/d/../../../e.json', content: snapshot },
        { name: '__MACOSX/export/._a', content: 'x' },
        ...large,
      ]),
    );
    const found = await read(undefined, 'in.zip');
    expect(standOf(found)).to.deep.equal({
      a: 'there',
      b: 'there',
      c: 'In the archive, "c/keke.json" may not be extracted: it is a link.',
      f: 'In the archive, "f" may not be extracted: it has more than 64 MB.',
    });
    expect(found.notes).to.deep.equal([
      'In the archive, "export/d/../../../e.json" may not be extracted: its path leads out of the archive.',
    ]);
  });
});
