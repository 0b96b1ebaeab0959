import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { newLab } from '../../support/commands/lab/new-lab';
import { Problem } from '../../support/common/problem';
import { faultText } from '../../support/lab/lab-folder';
import { lintLab } from '../../support/lab/lint/lint-lab';
import { LabFolder } from '../support/lab-folder';

const feature = 'features/task-2.feature';
const model = 'fixtures/model-solution.json';
const about = 'fixtures/lab.json';
const wrong = 'fixtures/solutions/wrong/short-passwords.json';

/** What is wrong with a lab of three tasks, and how the fault reads. */
const broken: [what: string, spoil: (lab: LabFolder) => void, says: RegExp][] = [
  [
    'a phrase that is misspelt',
    (lab) => lab.change(feature, 'Then the password minimum length', 'Then the pasword minimum length'),
    /^features\/task-2\.feature:14:5: No phrase says .* Did you mean "the password minimum length"\?/,
  ],
  [
    'a phrase that is none',
    (lab) => lab.change(feature, 'Then the password minimum length should be at least 14', 'Then there should be cake'),
    /^features\/task-2\.feature:14:5: No phrase says "there should be cake"\..* lists all phrases/,
  ],
  [
    'a value that the setting cannot have',
    (lab) => lab.change('features/task-1.feature', 'exactly "Email"', 'exactly "Emial"'),
    /^features\/task-1\.feature:23:5: "Emial" is not .*Did you mean "Email"\?/,
  ],
  [
    'a comparison that makes no sense',
    (lab) => lab.change('features/task-1.feature', 'should be exactly "Email"', 'should be at least "Email"'),
    /^features\/task-1\.feature:23:5: The sign-in options cannot be compared .*Use one of/,
  ],
  [
    'a number out of bounds',
    (lab) => lab.change(feature, 'should be at least 14', 'should be at least 1'),
    /^features\/task-2\.feature:14:5: 1 is not possible here\. Write a number from/,
  ],
  [
    'behaviour in a scenario that only reads',
    (lab) => lab.change(feature, 'Then the password', 'Given a visitor\n    Then the password'),
    /^features\/task-2\.feature:14:5: "a visitor" tries what a setting means\. Give the scenario the tag @behaviour/,
  ],
  [
    'two tasks of one number in lab.json',
    (lab) => lab.change(about, '"id": 3', '"id": 2'),
    /^fixtures\/lab\.json:\d+:\d+: There are two tasks of the number 2/,
  ],
  [
    'two features of one task',
    (lab) => lab.change(feature, 'Task 2: Make', 'Task 3: Make'),
    /^features\/task-3\.feature:2:1: there is another feature of Task 3/,
  ],
  [
    'a circle of needs',
    (lab) =>
      lab
        .change('features/task-1.feature', '@check:user-pool-exists', '@check:user-pool-exists @needs:password-length')
        .change('features/task-1.feature', '@needs:user-pool-exists', ''),
    /^features\/task-1\.feature:8:3: .*@check:user-pool-exists needs itself/,
  ],
  [
    'a need that is no check',
    (lab) => lab.change(feature, '@needs:user-pool-exists', '@needs:user-pool-exist'),
    /^features\/task-2\.feature:8:3: .*is no check of the lab\. Did you mean @needs:user-pool-exists\?/,
  ],
  [
    'a choice that no setting has',
    (lab) => lab.change(model, '"Password minimum length"', '"Password minimal length"'),
    /^fixtures\/model-solution\.json:\d+:\d+: .*no choice "Password minimal length"\. Did you mean "Password minimum length"\?/,
  ],
  [
    'a value in the solution that the choice does not have',
    (lab) => lab.change(model, '"Custom"', '"Costum"'),
    /^fixtures\/model-solution\.json:\d+:\d+: .*"Costum" is not .*Did you mean "Custom"\?/,
  ],
  [
    'JSON that is none',
    (lab) => lab.change(model, '"tasks": [', '"tasks": ['.slice(0, -1)),
    /^fixtures\/model-solution\.json:\d+:\d+: .*is not JSON/,
  ],
  [
    'a lab of another version',
    (lab) => lab.change(about, 'lab/v1', 'lab/v2'),
    /^fixtures\/lab\.json:2:13: .*"cognito-lab\/lab\/v2".*reads "schema": "cognito-lab\/lab\/v1"/,
  ],
  [
    'a member of lab.json that is misspelt',
    (lab) => lab.change(about, '"title"', '"titel"'),
    /^fixtures\/lab\.json:4:3: There is no "titel"\. Did you mean "title"\?/,
  ],
  ['no lab.json', (lab) => rmSync(join(lab.path, about)), /^fixtures\/lab\.json: .*is missing/],
  [
    'a language that Gherkin does not know',
    (lab) => lab.change(feature, '@task-2', '# language: ess\n@task-2'),
    /^features\/task-2\.feature:1:1: syntax error: .*Language not supported: ess Did you mean "# language: e[a-z]+"\?/,
  ],
  [
    'a link that leads out of the folder',
    (lab) => symlinkSync('/etc/hostname', join(lab.path, 'features/task-4.feature')),
    /^features\/task-4\.feature: It is a symbolic link, and links are not followed/,
  ],
  [
    'a folder of features that is a link',
    (lab) => {
      rmSync(join(lab.path, 'features'), { recursive: true });
      symlinkSync(tmpdir(), join(lab.path, 'features'));
    },
    /^features: It is a symbolic link/,
  ],
  [
    'a file of 100 MB',
    (lab) => {
      writeFileSync(join(lab.path, 'features/large.feature'), '');
      truncateSync(join(lab.path, 'features/large.feature'), 100 * 1024 * 1024);
    },
    /^features\/large\.feature: .* is 100 MB; it may have 1 MB at most\. A file of a lab is words/,
  ],
  [
    'a label that nobody reads',
    (lab) => lab.change(feature, '    Why:', '    Wy:'),
    /^features\/task-2\.feature:10:5: There is no label "Wy:"\. Did you mean "Why:"\?/,
  ],
  [
    'a label in another language',
    (lab) => lab.change(feature, '    Hint:', '    Pista:'),
    /^features\/task-2\.feature:8:3: .*lacks "Hint:"\. The labels are the same in every language/,
  ],
  [
    'a link that is none',
    (lab) => lab.change(feature, 'Docs: https://', 'Docs: htp://'),
    /^features\/task-2\.feature:8:3: .*"Docs:" is not a link/,
  ],
  [
    'a tag that is misspelt',
    (lab) => lab.change(feature, '@control:', '@controll:'),
    /^features\/task-2\.feature:7:\d+: There is no tag "@controll:securityhub\.Cognito\.3"\. Did you mean "@control"\?/,
  ],
  [
    'a name that was changed in the step alone',
    (lab) =>
      lab.change(
        'features/task-3.feature',
        'Then there should be an app client named "web"',
        'Then there should be an app client named "portal"',
      ),
    /^features\/task-3\.feature:8:\d+: The title of .* speaks of "web", and the step of "portal"/,
  ],
  [
    'a number that was changed in the title alone',
    (lab) => lab.change(feature, 'Passwords have at least 14', 'Passwords have at least 12'),
    /^features\/task-2\.feature:8:\d+: The title of .* speaks of "12", and the step of "14"/,
  ],
  [
    'a title that is another one in lab.json',
    (lab) => lab.change(about, 'Make passwords long', 'Make passwords short'),
    /^features\/task-2\.feature:2:1: The title of Task 2 is another one in fixtures\/lab\.json/,
  ],
  [
    'a wrong solution that fails no check there is',
    (lab) => lab.change(wrong, 'password-length', 'password-lenght'),
    /^fixtures\/solutions\/wrong\/short-passwords\.json:\d+:\d+: "password-lenght" is no check of the lab\. Did you mean "password-length"\?/,
  ],
  [
    'a wrong solution that does not say what fails',
    (lab) => lab.change(wrong, '"fails"', '"fail"'),
    /^fixtures\/solutions\/wrong\/short-passwords\.json:.*: It does not say which checks fail/,
  ],
];

const labOfThree = (): LabFolder => {
  const lab = new LabFolder();
  for (const [name, text] of Object.entries(newLab('Three tasks', 'web'))) lab.write(name, text);
  return lab;
};

describe('A lab that is not as it should be', () => {
  let lab: LabFolder;
  beforeEach(() => {
    lab = labOfThree();
  });
  afterEach(() => lab.remove());

  const faults = (): string[] => lintLab(lab.path).faults.map(faultText);

  it('has no fault before it is spoilt', () => {
    expect(faults()).to.deep.equal([]);
  });

  for (const [what, spoil, says] of broken)
    it(`is told, with its place: ${what}`, () => {
      spoil(lab);
      expect(
        faults().filter((text) => says.test(text)),
        faults().join('\n'),
      ).not.to.be.empty;
    });

  it('has all of its faults told at once, each once, in their order', () => {
    for (const at of [0, 2, 10, 11, 20]) broken[at]?.[1](lab);
    const places = faults().map((text) => text.split(': ')[0] ?? '');
    expect(new Set(places).size).to.equal(places.length).and.to.be.at.least(3);
    expect(places.map((place) => place.split(':')[0])).to.deep.equal(places.map((place) => place.split(':')[0]).sort());
  });

  it('may say the same in other words', () => {
    lab
      .change(feature, 'Passwords have at least 14 characters', 'Access tokens end within 1 hour, by OAuth 2.0')
      .change(
        feature,
        'the password minimum length should be at least 14',
        'the access token of the app client "web" should expire after at most 60 minutes',
      );
    expect(faults()).to.deep.equal([]);
  });

  it('is refused where it is no folder, or not there', () => {
    writeFileSync(join(lab.path, 'file'), '');
    expect(() => lintLab(join(lab.path, 'file'))).to.throw(Problem, /is not a folder/);
    expect(() => lintLab(join(lab.path, 'nothing'))).to.throw(Problem, /cannot be read: it does not exist/);
    const empty = mkdtempSync(join(tmpdir(), 'cognito-lab-empty-'));
    expect(lintLab(empty).faults.map(({ file }) => file)).to.include.members([about, 'features']);
    rmSync(empty, { recursive: true });
  });
});
