import { TestStepResultStatus as Status } from '@cucumber/messages';
import { expect } from 'chai';
import type { CatalogueCheck } from '../../lab/features/catalogue';
import type { Finding } from '../../lab/result/result';
import { checkResults, verdictOf, worst } from './verdict';
import type { Observation } from '../cucumber/observer';

const finding = (holds: boolean): Finding => ({
  setting: 'Name',
  expected: 'a',
  actual: holds ? 'a' : 'b',
  source: 'X',
  holds,
});

const observation = (more: Partial<Observation> = {}): Observation => ({
  findings: [finding(true)],
  changes: [],
  steps: [
    { status: Status.PASSED, isStep: false },
    { status: Status.PASSED, isStep: true },
  ],
  attempts: 1,
  ...more,
});

describe('A verdict', () => {
  it('is passed only with every step passed and a finding that holds', () => {
    expect(verdictOf(observation()).status).to.equal('passed');
  });

  it('is failed only with a finding that does not hold', () => {
    const failed = verdictOf(
      observation({ findings: [finding(true), finding(false)], steps: [{ status: Status.FAILED, isStep: true }] }),
    );
    expect(failed).to.deep.equal({ status: 'failed', reason: 'Name: expected a, found b.' });
  });

  const none: [string, Observation | undefined][] = [
    ['the scenario never ran', undefined],
    ['it was tried twice', observation({ attempts: 2 })],
    ['it has no steps', observation({ steps: [{ status: Status.PASSED, isStep: false }] })],
    ['it looked at nothing', observation({ findings: [] })],
    [
      'a step threw what is no assertion',
      observation({ findings: [], steps: [{ status: Status.FAILED, isStep: true, message: 'TypeError' }] }),
    ],
    [
      'a step threw after findings that hold',
      observation({ steps: [{ status: Status.FAILED, isStep: true, message: 'TypeError' }] }),
    ],
    ...[Status.UNDEFINED, Status.AMBIGUOUS, Status.PENDING, Status.SKIPPED, Status.UNKNOWN].map(
      (status): [string, Observation] => [
        `a step came to ${status}`,
        observation({ steps: [{ status, isStep: true }] }),
      ],
    ),
    [
      'a hook failed',
      observation({
        steps: [
          { status: Status.FAILED, isStep: false },
          { status: Status.PASSED, isStep: true },
        ],
      }),
    ],
    [
      'it could not look, although something was found wrong before',
      observation({ findings: [finding(false)], outcome: { status: 'error', reason: 'No permission.' } }),
    ],
  ];
  for (const [what, seen] of none)
    it(`is none where ${what}`, () => {
      const { status, reason } = verdictOf(seen);
      expect(status).to.equal('error');
      expect(reason).to.be.a('string').and.not.to.equal('');
    });
});

describe('What a check needs', () => {
  const check = (id: string, ...needs: string[]): CatalogueCheck => ({
    id,
    task: 2,
    title: id,
    kind: 'setting',
    points: 1,
    needs,
    hint: '',
    hints: [],
    controls: [],
    console: '',
    docs: 'https://',
    place: '',
    steps: [],
  });
  const failed = observation({ findings: [finding(false)] });
  const unread = observation({ outcome: { status: 'error', reason: 'No permission.' } });
  const settled = (seen: Record<string, Observation>, ...checks: CatalogueCheck[]): Record<string, string> =>
    Object.fromEntries(
      [...checkResults(checks, (id) => seen[id])].map(([id, { status, blockedBy }]) => [
        id,
        blockedBy ? `${status} by ${blockedBy}` : status,
      ]),
    );

  it('blocks it when that failed, under the first cause, in whichever order they ran', () => {
    const seen = { a: failed, b: failed, c: failed };
    expect(settled(seen, check('c', 'b'), check('b', 'a'), check('a'))).to.deep.equal({
      c: 'blocked by a',
      b: 'blocked by a',
      a: 'failed',
    });
  });

  it('does not take a pass away from it', () => {
    expect(settled({ a: failed, b: observation() }, check('a'), check('b', 'a'))).to.deep.equal({
      a: 'failed',
      b: 'passed',
    });
  });

  it('does not excuse it when that could not be looked at', () => {
    expect(settled({ a: unread, b: failed }, check('a'), check('b', 'a'))).to.deep.equal({ a: 'error', b: 'failed' });
  });

  it('never turns an error into anything else', () => {
    expect(settled({ a: failed, b: unread }, check('a'), check('b', 'a'))).to.deep.equal({ a: 'failed', b: 'error' });
  });
});

describe('The worst status', () => {
  it('is error over failed over blocked over passed, and skipped counts for nothing', () => {
    expect(worst(['passed', 'blocked', 'failed', 'error'])).to.equal('error');
    expect(worst(['passed', 'blocked', 'failed'])).to.equal('failed');
    expect(worst(['skipped', 'passed', 'blocked'])).to.equal('blocked');
    expect(worst(['skipped', 'passed'])).to.equal('passed');
    expect(worst([])).to.equal('skipped');
  });
});
