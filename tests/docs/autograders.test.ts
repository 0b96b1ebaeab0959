import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Ajv from 'ajv';
import { expect } from 'chai';
import classroom50Schema from '../../fixtures/schemas/classroom50-v1.schema.json';
import exercismSchema from '../../fixtures/schemas/exercism-v3.schema.json';
import gradescopeSchema from '../../fixtures/schemas/gradescope-v1.schema.json';
import prairielearnSchema from '../../fixtures/schemas/prairielearn-v1.schema.json';
import { cliFiles } from '../../support/targets/submission/cli-folder';
import { noAws } from '../cli/cognito-lab';
import { rightAnswers } from '../cli/stand-in';

const run = promisify(execFile);
const lab = join(__dirname, '../..');
const ajv = new Ajv({ strict: false });

interface Recipe {
  name: string;
  schema: object;
  /** Where the system puts what was handed in. */
  submission: string;
  results: string;
  command: (place: string) => [file: string, args: string[], cwd?: string];
  variables: (place: string) => Record<string, string>;
  passed: Record<string, unknown>;
  /** What costs the learner nothing. */
  notChecked: Record<string, unknown>;
}

const recipe = (path: string): string => join(lab, 'examples/autograders', path);

const recipes: Recipe[] = [
  {
    name: 'Gradescope',
    schema: gradescopeSchema,
    submission: 'submission',
    results: 'results/results.json',
    command: () => [recipe('gradescope/run_autograder'), []],
    variables: (place) => ({ AUTOGRADER: place }),
    passed: { score: 17 },
    notChecked: { score: undefined, tests: undefined },
  },
  {
    name: 'PrairieLearn',
    schema: prairielearnSchema,
    submission: 'student',
    results: 'results/results.json',
    command: () => [recipe('prairielearn/grade.sh'), []],
    variables: (place) => ({ GRADE: place }),
    passed: { gradable: true, score: 1 },
    notChecked: { gradable: false },
  },
  {
    name: 'Classroom 50',
    schema: classroom50Schema,
    submission: 'checkout/work',
    results: 'checkout/result.json',
    command: (place) => ['python3', [recipe('classroom50/autograder.py')], join(place, 'checkout')],
    variables: () => ({
      CLASSROOM: 'cs',
      ASSIGNMENT: 'lab',
      USERNAME: 'keke',
      SUBMISSION_TAG: 'submit/1',
      COMMIT_URL: 'c',
      RELEASE_URL: 'r',
    }),
    passed: { classroom: 'cs', owner: 'keke', score: 17, 'max-score': 17 },
    notChecked: { score: 0, 'max-score': 0 },
  },
  {
    name: 'Exercism',
    schema: exercismSchema,
    submission: 'solution',
    results: 'output/results.json',
    command: (place) => [recipe('exercism/run.sh'), ['lab', join(place, 'solution'), join(place, 'output')]],
    variables: () => ({}),
    passed: { status: 'pass' },
    notChecked: { status: 'error' },
  },
];

describe('A recipe for other graders', () => {
  let place: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'recipe-'));
  });
  afterEach(() => rmSync(place, { recursive: true }));

  const grade = async ({ command, variables, results, schema }: Recipe): Promise<Record<string, unknown>> => {
    const [file, args, cwd = place] = command(place);
    await run(file, args, { cwd, env: { ...noAws(), PATH: process.env.PATH, COGNITO_LAB: lab, ...variables(place) } });
    const value = JSON.parse(readFileSync(join(place, results), 'utf8')) as Record<string, unknown>;
    const fits = ajv.compile(schema);
    expect(fits(value), JSON.stringify(fits.errors)).to.be.true;
    return value;
  };

  for (const each of recipes) {
    it(`of ${each.name} gives the points of what is right`, async () => {
      mkdirSync(join(place, each.submission), { recursive: true });
      for (const [operation, name] of Object.entries(cliFiles))
        writeFileSync(join(place, each.submission, name), JSON.stringify(rightAnswers[operation]));
      expect(await grade(each)).to.include(each.passed);
    });

    it(`of ${each.name} costs nobody a point for what cannot be read`, async () => {
      mkdirSync(join(place, each.submission), { recursive: true });
      writeFileSync(join(place, each.submission, 'keke.json'), '{');
      const value = await grade(each);
      for (const [member, expected] of Object.entries(each.notChecked)) expect(value[member]).to.equal(expected);
      if (each.name !== 'Classroom 50') expect(JSON.stringify(value)).to.include('keke.json is');
      else expect(readFileSync(join(place, 'checkout/release-body.md'), 'utf8')).to.include('keke.json');
    });
  }
});
