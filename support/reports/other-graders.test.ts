import Ajv, { type ValidateFunction } from 'ajv';
import { expect } from 'chai';
import fc from 'fast-check';
import { samples } from '../../fixtures/results';
import classroom50Schema from '../../fixtures/schemas/classroom50-v1.schema.json';
import exercismSchema from '../../fixtures/schemas/exercism-v3.schema.json';
import gradescopeSchema from '../../fixtures/schemas/gradescope-v1.schema.json';
import prairielearnSchema from '../../fixtures/schemas/prairielearn-v1.schema.json';
import type { CheckResult, LabResult } from '../lab/result/result';
import { classroom50, classroom50By, type Classroom50Result } from './classroom50';
import { exercism, type ExercismResult } from './exercism';
import { gradescope, gradescopeBy, type GradescopeResult } from './gradescope';
import { prairielearn, prairielearnBy, type PrairieLearnResult } from './prairielearn';
import { shareExactly, shareWholePoints, type GivenPoints } from './render/given-points';
import type { Report } from './render/report';

const options = { colour: false, width: 100, unicode: true };
const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allowUnionTypes: true });
const fits: [name: string, report: Report, fits: ValidateFunction][] = [
  ['gradescope', gradescope, ajv.compile(gradescopeSchema)],
  ['prairielearn', prairielearn, ajv.compile(prairielearnSchema)],
  ['classroom50', classroom50, ajv.compile(classroom50Schema)],
  ['exercism', exercism, ajv.compile(exercismSchema)],
];

const as = <T>(report: Report, result: LabResult): T => JSON.parse(report(result, options)) as T;
const checksOf = ({ tasks }: LabResult): CheckResult[] => tasks.flatMap(({ checks }) => checks);
const tried = (result: LabResult): CheckResult[] => checksOf(result).filter(({ status }) => status !== 'skipped');
const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Points of a rubric that no sum of doubles hits by itself. */
function thirds(result: LabResult): GivenPoints {
  const checks = tried(result);
  const earned = Math.round(checks.filter(({ status }) => status === 'passed').length * 33.3) / 100;
  return {
    earned,
    possible: Math.round(checks.length * 33.3) / 100,
    checks: new Map(checks.map(({ id, status }) => [id, { earned: status === 'passed' ? 0.33 : 0, possible: 0.33 }])),
  };
}

describe('The formats of other graders', () => {
  for (const [format, report, validate] of fits)
    for (const [name, sample] of Object.entries(samples))
      it(`are of their schemas: ${format}, ${name}`, () => {
        expect(validate(as(report, sample)), JSON.stringify(validate.errors)).to.be.true;
      });

  for (const name of ['all-passed', 'failing'] as const)
    it(`have every check that was tried, and add up to the score as their readers add: ${name}`, () => {
      const sample = samples[name];
      const { earned, possible } = sample.score;
      for (const points of [undefined, thirds(sample)]) {
        const total = points?.earned ?? earned;
        const most = points?.possible ?? possible;
        const scope = JSON.parse(gradescopeBy(sample, points)) as GradescopeResult;
        expect(scope.tests).to.have.lengthOf(tried(sample).length);
        expect(scope.score).to.equal(total);
        expect(sum((scope.tests ?? []).map(({ score }) => score))).to.equal(total);
        const learn = JSON.parse(prairielearnBy(sample, points)) as PrairieLearnResult;
        if (!learn.gradable) throw new Error('It is gradable.');
        expect(learn.score).to.equal(total / most);
        expect(sum(learn.tests.map(({ points }) => points))).to.equal(total);
        expect(sum(learn.tests.map(({ max_points }) => max_points))).to.equal(most);
        const fifty = JSON.parse(classroom50By(sample, points)) as Classroom50Result;
        expect(sum(fifty.tests.map(({ score }) => score))).to.equal(fifty.score);
        expect(sum(fifty.tests.map((test) => test['max-score']))).to.equal(fifty['max-score']);
        for (const test of fifty.tests) expect(test.score).to.be.at.most(test['max-score']);
        expect(fifty.score === fifty['max-score']).to.equal(total === most);
      }
    });

  it('never call what could not be checked a fail, nor 0 points', () => {
    const sample = samples['could-not-look'];
    const scope = as<GradescopeResult>(gradescope, sample);
    expect(scope).not.to.have.any.keys('score', 'tests');
    const learn = as<PrairieLearnResult>(prairielearn, sample);
    expect(learn).to.have.all.keys('gradable', 'format_errors');
    expect(learn.gradable).to.equal(false);
    expect(as<Classroom50Result>(classroom50, sample)).to.deep.include({ score: 0, 'max-score': 0, tests: [] });
    const { status, message, tests } = as<ExercismResult>(exercism, sample);
    expect(status).to.equal('error');
    expect(tests.filter((test) => test.status === 'error')).to.have.lengthOf(
      checksOf(sample).filter((check) => check.status === 'error').length,
    );
    const texts = [scope.output, 'format_errors' in learn ? learn.format_errors.join() : '', message ?? ''];
    for (const { status, id, reason = '' } of checksOf(sample))
      if (status === 'error') for (const text of texts) expect(text).to.include(id).and.to.include(reason);
  });

  it('say of a blocked check what to see to first', () => {
    const blocked = checksOf(samples.failing).filter(({ status }) => status === 'blocked');
    expect(blocked).not.to.be.empty;
    const texts = fits.map(([, report]) => report(samples.failing, options));
    for (const { reason = '' } of blocked)
      for (const text of texts) expect(text).to.include(JSON.stringify(reason).slice(1, -1));
  });

  it('take their names from the runner of Classroom 50', () => {
    const before = { ...process.env };
    Object.assign(process.env, {
      CLASSROOM: 'cs',
      ASSIGNMENT: 'lab-3',
      ASSIGNMENT_TYPE: 'group',
      USERNAME: 'keke',
      SUBMISSION_TAG: 'submit/2026-11-23-abc',
      COMMIT_URL: 'https://g.example/c',
      RELEASE_URL: 'https://g.example/r',
    });
    try {
      expect(as<Classroom50Result>(classroom50, samples['all-passed'])).to.include({
        classroom: 'cs',
        assignment: 'lab-3',
        assignment_type: 'group',
        owner: 'keke',
        submission: 'submit/2026-11-23-abc',
        commit: 'https://g.example/c',
        review: 'https://g.example/c',
      });
    } finally {
      process.env = before;
    }
  });

  it('keep to the lengths that their readers keep, and say where they cut', () => {
    const long = structuredClone(samples.failing);
    for (const check of checksOf(long)) if (check.status === 'failed') check.reason = '利'.repeat(400_000);
    const cut = as<ExercismResult>(exercism, long).tests.find(({ message }) => message?.includes('利'));
    expect(Buffer.byteLength(cut?.message ?? '')).to.be.at.most(65_535);
    expect(cut?.message).to.match(/利\n\(cut here: Exercism keeps no more\)$/);
    expect(Buffer.byteLength(prairielearn(long, options))).to.be.at.most(1_000_000);
  });

  it('have shares that add up, whatever the points are', () => {
    const cents = fc.integer({ min: 0, max: 10_000 }).map((number) => number / 100);
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 30 }), (shares) => {
        const total = Math.round(sum(shares) * 100) / 100;
        const given = shareExactly(total, shares);
        expect(sum(given)).to.equal(total);
        given.forEach((share, at) => expect(share).to.be.closeTo(shares[at] ?? 0, 1e-9));
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 30 }), (shares) => {
        const total = Math.round(sum(shares) * 100) / 100;
        expect(sum(shareWholePoints(Math.round(total), shares))).to.equal(Math.round(total));
      }),
    );
  });
});
