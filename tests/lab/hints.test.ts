import { expect } from 'chai';
import { existingTarget, makePool } from '../../fixtures/corpus/made-pool';
import { wrongChoices } from '../../fixtures/corpus/wrong-choices';
import { wrongPools } from '../../fixtures/corpus/wrong-pools';
import { checksOf } from '../../support/lab/features/catalogue';
import { chooseHint } from '../../support/lab/features/choose-hint';
import { paragraphsOf, readDescription } from '../../support/lab/features/description';
import { readLab } from '../../support/lab/lab-folder';
import { limitHints } from '../../support/lab/result/limit-hints';
import type { Finding, LabResult } from '../../support/lab/result/result';
import { runLearner, runOn, solutionWith } from './run';

const checks = checksOf(readLab().catalogue);
const finding = (setting: string, actual: unknown, holds = false): Finding => ({
  setting,
  expected: '',
  actual,
  source: 'DescribeUserPool',
  holds,
});

describe('A hint for a mistake', () => {
  const hints = [
    { found: ['Phone number', 'nickname'], hint: 'phone' },
    { found: ['Name'], without: true as const, hint: 'no name' },
    { found: ['none'], hint: 'nothing' },
    { found: ['optional mfa'], hint: 'optional' },
  ];
  const chosen = (...findings: Finding[]): string => chooseHint({ hint: 'general', hints }, findings);

  it('is chosen by the words of the console, and by those of AWS', () => {
    expect(chosen(finding('UsernameAttributes', ['phone_number', 'name']))).to.equal('phone');
    expect(chosen(finding('SchemaAttributes[].Required', ['name', 'nickname']))).to.equal('phone');
    expect(chosen(finding('MfaConfiguration', 'OPTIONAL'))).to.equal('optional');
  });

  it('is chosen by what a list lacks, and by there being nothing', () => {
    expect(chosen(finding('SchemaAttributes[].Required', ['email']))).to.equal('no name');
    expect(chosen(finding('EmailConfiguration.SourceArn', ''))).to.equal('nothing');
  });

  it('is the general one where nothing fits, and where what fits is as it should be', () => {
    expect(chosen(finding('MfaConfiguration', 'ON'))).to.equal('general');
    expect(chosen(finding('MfaConfiguration', 'OPTIONAL', true))).to.equal('general');
  });

  it('is read from the description, with the paragraphs around it', () => {
    const text =
      'Prose.\nHint: a\n  b\nHint if "x", "y": c\nHint if without "z": d\nWhy: e\nConsole: f\nDocs: https://g.h/';
    expect(readDescription(text)).to.deep.equal({
      hint: 'a b',
      hints: [
        { found: ['x', 'y'], hint: 'c' },
        { found: ['z'], without: true, hint: 'd' },
      ],
      why: 'e',
      console: 'f',
      docs: 'https://g.h/',
    });
    expect(paragraphsOf(text).map(({ line }) => line)).to.deep.equal([1, 3, 4, 5, 6, 7]);
  });
});

describe('The hints of the lab', () => {
  const general = new Map(checks.map(({ id, hint }) => [id, hint]));

  const hintOf = (result: LabResult, id: string): string | undefined =>
    result.tasks.flatMap((task) => task.checks).find((check) => check.id === id)?.hint;

  it('are not told, nor why, where an instructor wants no hints', async () => {
    const result = limitHints(await runLearner(solutionWith(4, { 'MFA enforcement': 'Optional MFA' })), 'none');
    const text = JSON.stringify(result.tasks);
    for (const { hint, why = hint, hints } of checks)
      for (const each of [hint, why, ...hints.map((one) => one.hint)])
        expect(text).not.to.include(JSON.stringify(each));
  });

  it('say why, of each check', () => {
    for (const { id, why } of checks) expect(why, id).to.be.a('string');
  });

  for (const { fails, what, task, choices } of wrongChoices)
    it(`have one for the choice: ${what}`, async () => {
      const hint = hintOf(await runLearner(solutionWith(task, choices)), fails);
      expect(hint).to.be.a('string').and.not.to.equal(general.get(fails));
    });

  for (const [fails, pools] of Object.entries(wrongPools))
    it(`have one for each pool that fails ${fails}`, async () => {
      for (const [what, made] of Object.entries(pools)) {
        const hint = hintOf(await runOn(existingTarget(await makePool(made)), made.agreement), fails);
        expect(hint, what).to.be.a('string').and.not.to.equal(general.get(fails));
      }
    });

  it('say which published controls the lab meets, and which it goes against', () => {
    const controls = checks.flatMap((check) => check.controls);
    expect(controls).to.deep.include({ id: 'securityhub.Cognito.3' });
    expect(controls).to.deep.include({ id: 'securityhub.Cognito.5', against: true });
  });
});
