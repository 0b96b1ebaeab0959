import Ajv from 'ajv';
import { expect } from 'chai';
import { samples } from '../../fixtures/results';
import classroomSchema from '../../fixtures/schemas/classroom-v1.schema.json';
import exercismSchema from '../../fixtures/schemas/exercism-v3.schema.json';
import type { CheckResult, LabResult } from '../lab/result/result';
import { classroom, type ClassroomResult } from './classroom';
import { exercism, type ExercismResult } from './exercism';

const options = { colour: false, width: 100, unicode: true };
const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allowUnionTypes: true });
const fits = { classroom: ajv.compile(classroomSchema), exercism: ajv.compile(exercismSchema) };

const toClassroom = (result: LabResult): ClassroomResult => JSON.parse(classroom(result, options)) as ClassroomResult;
const toExercism = (result: LabResult): ExercismResult => JSON.parse(exercism(result, options)) as ExercismResult;
const checksOf = ({ tasks }: LabResult): CheckResult[] => tasks.flatMap(({ checks }) => checks);
const tried = (result: LabResult): CheckResult[] => checksOf(result).filter(({ status }) => status !== 'skipped');

/** What the reporter of GitHub Classroom tells it; nothing where no grader has a `max_score`. */
const toldToClassroom = ({ max_score, tests }: ClassroomResult): [total: number, max: number] | undefined =>
  max_score ? [tests.reduce((sum, { score }) => sum + Number(score), 0), max_score] : undefined;

describe('The formats of other graders', () => {
  for (const [name, sample] of Object.entries(samples)) {
    it(`are of their schemas: ${name}`, () => {
      expect(fits.classroom(toClassroom(sample)), JSON.stringify(fits.classroom.errors)).to.be.true;
      expect(fits.exercism(toExercism(sample)), JSON.stringify(fits.exercism.errors)).to.be.true;
    });

    it(`have every check that was tried, in the lab's order, and no other: ${name}`, () => {
      expect(toClassroom(sample).tests).to.have.lengthOf(tried(sample).length);
      const tasks = sample.tasks.flatMap(({ id, checks }) =>
        checks.filter(({ status }) => status !== 'skipped').map(() => id),
      );
      expect(toExercism(sample).tests.map(({ task_id }) => task_id)).to.deep.equal(tasks);
    });
  }

  for (const name of ['all-passed', 'failing'] as const)
    it(`tell the score of the result and no other: ${name}`, () => {
      const { earned, possible } = samples[name].score;
      expect(toldToClassroom(toClassroom(samples[name]))).to.deep.equal([earned, possible]);
    });

  it('never call what could not be checked a fail, nor 0 points', () => {
    const sample = samples['could-not-look'];
    for (const { status, tests } of [toClassroom(sample), toExercism(sample)]) {
      expect(status).to.equal('error');
      const errors = tests.filter((test) => test.status === 'error');
      expect(errors).to.have.lengthOf(checksOf(sample).filter((check) => check.status === 'error').length);
      for (const { message } of errors) expect(message).to.include('Remedy: ');
    }
    expect(toldToClassroom(toClassroom(sample))).to.be.undefined;
    for (const test of toClassroom(sample).tests) expect(test).not.to.have.property('score');
  });

  it('tell Exercism every reason, as the only thing that it shows of an error', () => {
    const sample = samples['could-not-look'];
    const { message } = toExercism(sample);
    for (const { status, id, reason } of checksOf(sample))
      if (status === 'error') expect(message).to.include(id).and.to.include(reason);
  });

  it('call a blocked check a fail that says what to see to first', () => {
    const blocked = checksOf(samples.failing).filter(({ status }) => status === 'blocked');
    expect(blocked).not.to.be.empty;
    for (const { tests } of [toClassroom(samples.failing), toExercism(samples.failing)])
      for (const { id, reason = '' } of blocked) {
        const test = tests.find(({ name }) => name.endsWith(`(${id})`));
        expect(test?.status, id).to.equal('fail');
        expect(test?.message, id).to.include(reason);
      }
  });

  it('keep to the length that Exercism keeps, and say where they cut', () => {
    const long = structuredClone(samples.failing);
    const check = checksOf(long).find(({ status }) => status === 'failed');
    if (check) check.reason = '利'.repeat(40_000);
    const cut = toExercism(long).tests.find(({ message }) => message?.includes('利'));
    expect(Buffer.byteLength(cut?.message ?? '')).to.be.at.most(65_535);
    expect(cut?.message).to.match(/利\n\(cut here: Exercism keeps no more\)$/);
  });
});
