import { expect } from 'chai';
import Ajv from 'ajv';
import { samples } from '../../../fixtures/results';
import schema from '../../../fixtures/schemas/result-v1.schema.json';
import type {
  CheckResult,
  Control,
  Finding,
  Fix,
  LabResult,
  ResultLab,
  Score,
  TargetDescription,
  TaskResult,
} from './result';

/** The members of T that are always there. */
type Required<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];

// These lists do not compile when a member is missing from them, is too many, or changes between must and may.
const members: Record<string, { must: Record<string, true>; may: Record<string, true> }> = {
  result: both<LabResult>(
    {
      schema: true,
      lab: true,
      status: true,
      score: true,
      target: true,
      tasks: true,
      calls: true,
      startedAt: true,
      finishedAt: true,
      version: true,
      labHash: true,
    },
    { shortestFix: true },
  ),
  score: both<Score>({ earned: true, possible: true }, {}),
  target: both<TargetDescription>({ kind: true }, { userPoolId: true, region: true, endpoint: true, account: true }),
  task: both<TaskResult>({ id: true, title: true, status: true, score: true, checks: true }, {}),
  check: both<CheckResult>(
    {
      id: true,
      title: true,
      status: true,
      kind: true,
      points: true,
      findings: true,
      hint: true,
      console: true,
      docs: true,
    },
    { reason: true, blockedBy: true, remedy: true, why: true, controls: true, fix: true },
  ),
  lab: both<ResultLab>({ id: true, title: true, version: true, hash: true }, {}),
  control: both<Control>({ id: true }, { against: true }),
  fix: both<Fix>({ kind: true, commands: true, powershell: true }, { choices: true, note: true }),
  finding: both<Finding>({ setting: true, expected: true, actual: true, source: true, holds: true }, {}),
};

function both<T>(
  must: Record<Required<T>, true>,
  may: Record<Exclude<keyof T, Required<T>>, true>,
): { must: Record<string, true>; may: Record<string, true> } {
  return { must, may };
}

interface ObjectSchema {
  required: string[];
  properties: Record<string, unknown>;
}

const definitions = { result: schema, ...schema.definitions } as unknown as Record<string, ObjectSchema>;

const validate = new Ajv({ strict: true, strictRequired: false }).compile(schema);

const copy = (): LabResult => structuredClone(samples.failing);

describe('The schema of a result', () => {
  for (const [name, { must, may }] of Object.entries(members))
    it(`has the members of the type: ${name}`, () => {
      expect(definitions[name]?.required).to.have.members(Object.keys(must));
      expect(definitions[name]?.properties).to.have.all.keys({ ...must, ...may });
    });

  for (const name of ['all-passed', 'failing', 'could-not-look'] as const)
    it(`fits a result: ${name}`, () => {
      expect(validate(samples[name]), JSON.stringify(validate.errors)).to.be.true;
    });

  it('allows members that are added later', () => {
    expect(validate({ ...copy(), student: 'S-17' })).to.be.true;
  });

  const first = (result: LabResult): { task: TaskResult; check: CheckResult; finding: Finding } => {
    const task = result.tasks.find(({ status }) => status === 'failed');
    const check = task?.checks.find(({ status }) => status === 'failed');
    const finding = check?.findings[0];
    if (!task || !check || !finding) throw new Error('The sample has no failed check.');
    return { task, check, finding };
  };
  const parts: Record<string, (result: LabResult) => object> = {
    result: (result) => result,
    score: (result) => first(result).task.score,
    target: ({ target }) => target,
    task: (result) => first(result).task,
    check: (result) => first(result).check,
    finding: (result) => first(result).finding,
  };
  for (const [name, part] of Object.entries(parts))
    for (const member of Object.keys(members[name]?.must ?? {}))
      it(`refuses a ${name} without its ${member}`, () => {
        const result = copy();
        Reflect.deleteProperty(part(result), member);
        expect(validate(result)).to.be.false;
      });

  const wrong: Record<string, (result: LabResult) => unknown> = {
    'another schema': (result) => ((result as { schema: string }).schema = 'cognito-lab/result/v2'),
    'a status that there is not': (result) => ((result as { status: string }).status = 'blocked'),
    'a score below zero': ({ score }) => (score.earned = -1),
    'an account that is not masked': ({ target }) => (target.account = '123456789012'),
    'a time that is none': (result) => (result.startedAt = 'yesterday'),
    'a hash that is none': (result) => (result.labHash = 'b5bb9d80'),
    'a failed check without a reason': (result) => delete first(result).check.reason,
    'a passed check with a reason': (result) => (first(result).check.status = 'passed'),
  };
  for (const [what, spoil] of Object.entries(wrong))
    it(`refuses ${what}`, () => {
      const result = copy();
      spoil(result);
      expect(validate(result)).to.be.false;
    });
});
