import { expect } from 'chai';
import { fileNames } from './file-names';

const nameOf = (student: string): string => fileNames([student]).get(student) ?? '';

describe('The files of learners', () => {
  for (const student of ['keke', 'S-001', 'jane.doe@example.com', 'Žofie Nováková', '李雷', '17'])
    it(`are named as the learner where that is safe: ${student}`, () => expect(nameOf(student)).to.equal(student));

  const unsafe = [
    '../../etc/x',
    '/etc/passwd',
    'CON',
    'con.txt',
    'nul',
    '..',
    '.',
    '.hidden',
    'a/b',
    'a\\b',
    'x'.repeat(300),
  ];
  const strange = [
    '=HYPERLINK("x")',
    '@SUM(1)',
    '-rf',
    '<script>',
    '\u202eevil',
    '😀',
    ' spaced ',
    'dot.',
    'a\nb',
    'a\0b',
    'C:x',
  ];
  for (const student of [...unsafe, ...strange])
    it(`have a name made for them where it is not: ${JSON.stringify(student).slice(0, 30)}`, () => {
      expect(nameOf(student))
        .to.match(/^(?!con$|nul$)[A-Za-z0-9][A-Za-z0-9-]{0,60}$/i)
        .and.not.to.equal(student);
    });

  it('never meet: not by case, not by the way an accent is written, not by a name that looks made', () => {
    const made = nameOf('a/b');
    const students = ['Anna', 'anna', 'ANNA', 'é', 'e\u0301', 'a/b', made, 'a\\b', 'a b/'];
    const names = [...fileNames(students).values()].map((name) => name.normalize('NFKC').toLowerCase());
    expect(new Set(names)).to.have.lengthOf(students.length);
  });

  it('are the same in another order and in another class', () => {
    const some = ['Anna', 'anna', '../x', 'keke'];
    const again = fileNames([...some].reverse());
    for (const [student, name] of fileNames(some)) expect(again.get(student)).to.equal(name);
    expect(fileNames(['../x']).get('../x')).to.equal(again.get('../x'));
  });
});
