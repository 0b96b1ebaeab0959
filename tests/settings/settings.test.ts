import { expect } from 'chai';
import { examples, isWrong } from '../../fixtures/settings';
import { PoolReader } from '../../support/aws/pool/pool-reader';
import type { Lab } from '../../support/lab/lab-folder';
import { PhraseBook } from '../../support/lab/phrases/match-phrase';
import { needsOf, type Needs } from '../../support/lab/phrases/needs';
import { findingPath, settings, valueIn, writeTo, type Members, type Setting } from '../../support/lab/settings';
import { choices, planOf } from '../../support/lab/solution/choices';
import { settingLabel } from '../../support/lab/vocabulary';
import { runLab } from '../../support/runner/run-lab';
import { LabSession } from '../../support/runner/session/lab-session';
import { simulate } from '../../support/targets/mock/simulate';
import { openSubmission } from '../../support/targets/snapshot-target';
import { collectAnswers } from '../../support/targets/submission/collect-answers';
import { SnapshotAnswers } from '../../support/targets/submission/snapshot-file';
import { Submission } from '../../support/targets/submission/submission';
import type { Target } from '../../support/targets/target';
import { exampleOf, idOf, labOfExamples, solutionWith } from './lab-of-examples';

/** The ids of the checks that did not pass, by state. */
interface Outcome {
  failed: string[];
  error: string[];
}

async function outcomeOn(target: Target, lab: Lab): Promise<Outcome> {
  const { tasks } = await runLab(lab, new LabSession(target));
  const checks = tasks.flatMap((task) => task.checks);
  const of = (status: string): string[] => checks.flatMap((check) => (check.status === status ? [check.id] : []));
  expect(checks).to.have.lengthOf(settings.length);
  return { failed: of('failed'), error: of('error') };
}

/** A pool of choices, looked at as it is, and in a snapshot that was taken of it. */
async function outcomesOf(lab: Lab, needs: Needs, setting?: Setting, wrong?: unknown): Promise<Outcome[]> {
  const target = simulate(planOf(solutionWith(setting, wrong)));
  try {
    const { userPoolId = '' } = await target.complete();
    target.complete = () => Promise.resolve({ userPoolId });
    const collected = await collectAnswers(new PoolReader(target.client, userPoolId), [], needs);
    const text = JSON.stringify(collected);
    for (const secret of ['Welcome-2-the-lab', '123456789012', 'client_secret', 'other@elsewhere.com'])
      expect(text).to.not.include(secret);
    const saved = JSON.parse(text) as typeof collected;
    return [
      await outcomeOn(target, lab),
      await outcomeOn(openSubmission(new Submission(new SnapshotAnswers(saved))), lab),
    ];
  } finally {
    await target.close();
  }
}

/** The ids of the checks that a wrong way fails. Of every app client is said of a renamed one, too. */
function alsoFails({ of, name }: Setting, wrong: unknown): string[] {
  const named = isWrong(wrong) ? (wrong.alsoFails ?? []) : [];
  const own = settings.filter((each) => each.of === of && !exampleOf(each)?.step?.includes('every app client'));
  const ids = settings.map(idOf);
  const others = named.flatMap((each) => {
    if (each === 'every setting of it') return own.map(idOf);
    const id = idOf({ of, name: each });
    return ids.includes(id) ? id : each.replaceAll(' ', '-');
  });
  return [...new Set([idOf({ of, name }), ...others])];
}

describe('Every setting', () => {
  const lab = labOfExamples();
  const needs = needsOf(lab.catalogue);

  it('has a right and a wrong example, and every example is of a setting', () => {
    for (const setting of settings) expect(exampleOf(setting)?.wrong, `${setting.of}: ${setting.name}`).not.to.be.empty;
    const known = settings.map(({ of, name }) => `${of} ${name}`);
    for (const [of, own] of Object.entries(examples))
      for (const name of Object.keys(own)) expect(known).to.include(`${of} ${name}`);
  });

  it('is passed by the pool that has it right, as it is and in a snapshot', async () => {
    const nothing = { failed: [], error: [] };
    expect(await outcomesOf(lab, needs)).to.deep.equal([nothing, nothing]);
  });

  for (const setting of settings)
    for (const [at, wrong] of (exampleOf(setting)?.wrong ?? []).entries())
      it(`${setting.of}, ${setting.name}: the wrong way ${at + 1} fails it, and nothing else`, async () => {
        const outcomes = await outcomesOf(lab, needs, setting, wrong);
        const expected = alsoFails(setting, wrong).sort();
        for (const { failed, error } of outcomes) {
          expect(error).to.deep.equal([]);
          expect(failed.sort()).to.deep.equal(expected);
        }
      });
});

describe('The five speakers of a setting', () => {
  const book = new PhraseBook();
  const labels = new Set<string>();

  for (const setting of settings) {
    const { of, name, label, values, place, read, absent, evidence } = setting;
    it(`${of}, ${name}: agree`, () => {
      // A step.
      const whose = of === 'user pool' ? '' : ` of the ${of} "x"`;
      expect(book.match(`the ${name}${whose} should be set`)?.args[0]).to.have.property('setting', setting);
      // A choice of a solution, and a field of the practice console.
      expect(choices.filter((choice) => choice.of === of && choice.label === label)).to.have.lengthOf(1);
      expect(values.toWords(values.toAws(values.example))).to.be.an('array');
      expect(place.present).to.match(/^[A-Z]/);
      if (values.kind === 'choice' || values.kind === 'choices') expect(values.words).not.to.be.empty;
      // A name in reports.
      expect(settingLabel(findingPath(read))).to.be.a('string');
      // A label is one setting's.
      expect(labels.has(`${of}: ${label}`)).to.equal(false);
      labels.add(`${of}: ${label}`);
      // What AWS means by leaving it out is known from somewhere.
      if (absent !== undefined) expect(evidence).to.be.a('string');
    });

    it(`${of}, ${name}: is read from what sets it`, () => {
      // What changes it mirrors what describes it; where it does not, the pools of the examples show it.
      if (!/^(?:Update|Set)/.test(setting.set.operation) || read.path !== undefined || name === 'user pool name')
        return;
      const wanted = values.toAws(exampleOf(setting)?.right);
      const input: Members = {};
      writeTo(setting, input, wanted);
      const found = valueIn(setting, input);
      if (Array.isArray(wanted) && values.kind !== 'choice') expect(found).to.have.deep.members(wanted);
      else expect(found).to.deep.equal(wanted);
    });

    it(`${of}, ${name}: comes back to its words from AWS's values`, () => {
      const right = exampleOf(setting)?.right;
      const words = values.toWords(values.toAws(right));
      if (values.kind === 'choice' || values.kind === 'choices')
        expect(words).to.have.members([right].flat() as string[]);
    });
  }
});

describe('What cannot be looked at', () => {
  it('is an error that says what is missing, and never a failure', async () => {
    const lab = labOfExamples();
    const empty = openSubmission(new Submission(new SnapshotAnswers({ answers: {}, failures: {} })));
    const { failed, error } = await outcomeOn(empty, lab);
    expect(failed).to.deep.equal([]);
    expect(error).to.have.lengthOf(settings.length);
  });

  it('is an address that the snapshot masks as it would mask the one of the lab', async () => {
    const lab = labOfExamples();
    const setting = settings.find(({ name }) => name === 'SES identity')!;
    const [live, saved] = await outcomesOf(lab, needsOf(lab.catalogue), setting, 'love@elsewhere.com');
    expect(live).to.deep.equal({ failed: [idOf(setting)], error: [] });
    expect(saved).to.deep.equal({ failed: [], error: [idOf(setting)] });
  });

  it('is what a snapshot that was taken for another lab does not keep', async () => {
    const target = simulate(planOf(solutionWith()));
    try {
      const { userPoolId = '' } = await target.complete();
      const collected = await collectAnswers(new PoolReader(target.client, userPoolId), ['web']);
      const saved = openSubmission(new Submission(new SnapshotAnswers(collected)));
      const { failed, error } = await outcomeOn(saved, labOfExamples());
      expect(failed).to.deep.equal([]);
      expect(error).to.include.members(
        ['client secret', 'callback URLs', 'prevention of user existence errors'].map((name) =>
          idOf({ of: 'app client', name }),
        ),
      );
      expect(error).to.include('user-pool-threat-protection');
    } finally {
      await target.close();
    }
  });
});
