import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { samples } from '../../../fixtures/results';
import type { LabResult } from '../../lab/result/result';
import { compareWithLast, lastChecksFile } from './last-check';

describe('What is remembered of the last check', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cognito-lab-last-'));
    file = lastChecksFile(join(folder, 'cognito-lab')) ?? '';
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const { failing } = samples;
  const better = (): LabResult => {
    const result = structuredClone(failing);
    const check = result.tasks.flatMap(({ checks }) => checks).find(({ id }) => id === 'app-client');
    if (check) check.status = 'passed';
    return result;
  };

  it('is told by the next check of the pool', () => {
    expect(compareWithLast(failing, file)).to.be.undefined;
    expect(compareWithLast(failing, file)).to.equal(
      'Nothing changed since the last check of this pool (2026-11-23, 09:00 UTC).',
    );
    expect(compareWithLast(better(), file)).to.equal(
      'Changed since the last check of this pool (2026-11-23, 09:00 UTC):\n  Task 7, app-client: failed, now passed',
    );
  });

  it('is of one pool, one endpoint and one lab', () => {
    compareWithLast(failing, file);
    const { target } = failing;
    expect(compareWithLast({ ...failing, target: { ...target, userPoolId: 'eu-west-1_Other0001' } }, file)).to.be
      .undefined;
    expect(compareWithLast({ ...failing, target: { ...target, endpoint: 'http://127.0.0.1:1' } }, file)).to.be
      .undefined;
    expect(compareWithLast({ ...failing, labHash: `sha256:${'0'.repeat(64)}` }, file)).to.be.undefined;
  });

  it('keeps what was known where something could not be looked at, or was not chosen', () => {
    compareWithLast(failing, file);
    const blind = structuredClone(better());
    for (const check of blind.tasks.flatMap(({ checks }) => checks))
      if (check.id === 'app-client') check.status = 'error';
    expect(compareWithLast(blind, file)).to.match(/^Nothing changed/);
    const one = { ...better(), tasks: better().tasks.filter(({ id }) => id === 7) };
    expect(compareWithLast(one, file)).to.match(/app-client: failed, now passed$/);
    expect(compareWithLast(failing, file)).to.match(/app-client: passed, now failed$/);
  });

  it('has ids and states in it and nothing of the pool, for its owner alone', () => {
    compareWithLast(failing, file);
    const text = readFileSync(file, 'utf8');
    for (const other of ['eu-west-1', 'ishBQmpc7', '9012', 'my-app', 'phone', 'reason'])
      expect(text).to.not.include(other);
    expect(text).to.include('"app-client":"failed"');
    if (process.platform !== 'win32') {
      expect(statSync(file).mode & 0o777).to.equal(0o600);
      expect(statSync(join(file, '..')).mode & 0o777).to.equal(0o700);
    }
  });

  it('forgets the pools that were not checked for the longest time', () => {
    const of = (number: number): LabResult => ({
      ...failing,
      target: { ...failing.target, userPoolId: `eu-west-1_${number}` },
    });
    for (let number = 0; number <= 100; number++) compareWithLast(of(number), file);
    expect(compareWithLast(of(1), file)).to.match(/^Nothing changed/);
    expect(compareWithLast(of(0), file)).to.be.undefined;
  });

  for (const [what, text] of [
    ['broken', '{'],
    ['of another form', '{"schema":"cognito-lab/last-checks/v9"}'],
    ['too large', `"${'x'.repeat(600 * 1024)}"`],
    ['full of what is no state', '{"schema":"cognito-lab/last-checks/v1","pools":[{"checks":{"a":"<script>"}}]}'],
  ] as const)
    it(`is begun anew, with a note, where the file is ${what}`, () => {
      compareWithLast(failing, file);
      writeFileSync(file, text);
      expect(compareWithLast(failing, file)).to.equal(
        `What is known of earlier checks could not be read, and is begun anew: ${file}`,
      );
      expect(compareWithLast(failing, file)).to.match(/^Nothing changed/);
    });

  it('is nothing where it cannot be written', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(compareWithLast(failing, join(folder, 'file', 'last-checks.json'))).to.be.undefined;
  });

  it('is nothing of a pool of our own, which is gone by then', () => {
    expect(compareWithLast({ ...failing, target: { kind: 'mock' } }, file)).to.be.undefined;
  });

  it('does not follow a link', function () {
    if (process.platform === 'win32') this.skip();
    compareWithLast(failing, file);
    const other = join(folder, 'other');
    writeFileSync(other, 'untouched');
    rmSync(file);
    symlinkSync(other, file);
    compareWithLast(failing, file);
    expect(readFileSync(other, 'utf8')).to.equal('untouched');
  });
});
