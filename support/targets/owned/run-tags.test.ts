import { expect } from 'chai';
import { isRunId, newRun, runOf, tagsOf } from './run-tags';
import { selectRun } from '../../commands/sweep/selection';
import { durationOf, regionOf } from '../../commands/sweep/sweep';

const run = newRun(new Date('2026-11-23T12:00:00.000Z'));
const tags = tagsOf(run);

describe('The tags of a run', () => {
  it('say which run made a pool, with what, when, and until when it may be in use', () => {
    expect(Object.keys(tags)).to.deep.equal([
      'cognito-lab:run-id',
      'cognito-lab:tool',
      'cognito-lab:created',
      'cognito-lab:expires',
    ]);
    expect(runOf({ ...tags, owner: 'somebody' })).to.deep.equal(run);
    expect(isRunId(run.runId)).to.be.true;
    expect(run.expires.getTime()).to.be.above(run.created.getTime());
  });

  it('are in the characters that AWS takes', () => {
    for (const [key, value] of Object.entries(tags)) expect(`${key}${value}`).to.match(/^[\w.:/=+\-@]+$/);
  });

  it('are no tags of ours where one is missing', () => {
    expect(runOf(undefined)).to.equal(undefined);
    for (const key of Object.keys(tags))
      expect(runOf(Object.fromEntries(Object.entries(tags).filter(([name]) => name !== key))), key).to.equal(undefined);
  });

  const foreign: [string, string][] = [
    ['cognito-lab:run-id', 'mine'],
    ['cognito-lab:run-id', `${run.runId} `],
    ['cognito-lab:tool', 'another/1.0.0'],
    ['cognito-lab:created', 'yesterday'],
    ['cognito-lab:created', '2026-13-45T12:00:00.000Z'],
    ['cognito-lab:expires', '2026-11-23'],
  ];
  for (const [key, value] of foreign)
    it(`are no tags of ours with ${key} ${value}`, () => {
      expect(runOf({ ...tags, [key]: value })).to.equal(undefined);
    });
});

describe('What a sweep is about', () => {
  const at = (time: string): Date => new Date(`2026-11-23T${time}.000Z`);

  it('is all of ours, and what has expired may go', () => {
    expect(selectRun(run, {}, at('12:59:59'))).to.equal('in use');
    expect(selectRun(run, {}, at('13:00:00'))).to.equal('due');
  });

  it('is a run that is named, at once', () => {
    expect(selectRun(run, { runId: run.runId }, at('12:00:01'))).to.equal('due');
    expect(selectRun(run, { runId: newRun().runId }, at('23:00:00'))).to.equal('other');
  });

  it('is what is older than an age', () => {
    expect(selectRun(run, { olderThan: 0 }, at('12:00:00'))).to.equal('due');
    expect(selectRun(run, { olderThan: 3_600_000 }, at('12:59:59'))).to.equal('other');
    expect(selectRun(run, { olderThan: 3_600_000 }, at('13:00:00'))).to.equal('due');
  });

  it('is both where both are named', () => {
    expect(selectRun(run, { runId: run.runId, olderThan: 3_600_000 }, at('12:59:59'))).to.equal('other');
    expect(selectRun(run, { runId: newRun().runId, olderThan: 0 }, at('23:00:00'))).to.equal('other');
  });

  it('has an age of seconds, minutes, hours or days', () => {
    expect(['0s', '90s', '30m', '2h', '1d'].map(durationOf)).to.deep.equal([
      0, 90_000, 1_800_000, 7_200_000, 86_400_000,
    ]);
    for (const text of ['', '2', 'h', '-1h', '1.5h', '2 h', '1w', '1h1h', '9999999d'])
      expect(() => durationOf(text), text).to.throw(/is not an age/);
  });

  it('has regions by their names', () => {
    for (const name of ['us-east-1', 'us-gov-west-1', 'ap-southeast-2']) expect(regionOf(name)).to.equal(name);
    for (const name of ['', 'us-east', 'us-east-1;x', 'evil.example.com/', 'US-EAST-1'])
      expect(() => regionOf(name), name).to.throw(/is not the name of a region/);
  });
});
