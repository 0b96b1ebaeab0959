import { lstatSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { writeBaseline } from '../../support/commands/drift/baseline';
import { readPrevious } from '../../support/commands/drift/first-seen';
import { readTargets } from '../../support/commands/drift/targets-file';
import { Journal } from '../../support/commands/grade/journal';
import { readLearnerResult } from '../../support/commands/grade/learner-result';
import { Problem } from '../../support/common/problem';

/** What reads a file that may be absent. None may take one that is there and cannot be reached for absent. */
const readers: [what: string, read: (path: string) => unknown][] = [
  ['the report of a previous run', readPrevious],
  ['a list of targets', readTargets],
  [
    'a baseline that is to be updated',
    (path) => writeBaseline(path, { userPoolId: 'us-east-1_AbCdEf123', failedChecks: [], settings: {} }, '2026-11-27'),
  ],
  ['a journal that is taken up', (path) => new Journal(path, {}, true)],
  ['the result of an earlier run', (path) => readLearnerResult(path, 'keke')],
];

describe('A file that is there and cannot be reached', function () {
  let folder: string;
  before(function () {
    if (process.platform === 'win32') this.skip();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'unreachable-'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    symlinkSync('loop', join(folder, 'loop'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  for (const [what, read] of readers)
    for (const name of ['dangling', 'loop', 'loop/file'])
      it(`is reported, and not taken for none: ${what}, ${name}`, () => {
        expect(() => read(join(folder, name)))
          .to.throw(Problem)
          .with.property('message')
          .that.does.not.match(/It should be/);
        expect(lstatSync(join(folder, 'dangling')).isSymbolicLink()).to.equal(true);
      });
});
