import { expect } from 'chai';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run, type Ran } from '../support/program';

const total = join(__dirname, '../../.ci/total.js');

const scenario = (id: string, ...statuses: string[]): string =>
  [
    ...statuses.map((status) => ({ testStepFinished: { testCaseStartedId: id, testStepResult: { status } } })),
    { testCaseFinished: { testCaseStartedId: id, willBeRetried: false } },
  ]
    .map((message) => JSON.stringify(message))
    .join('\n');

describe('The last line of .ci/run', () => {
  let folder: string;
  beforeEach(() => (folder = fs.mkdtempSync(join(tmpdir(), 'cognito-lab-'))));
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const counted = (file: string, counts: object | string): void => {
    fs.mkdirSync(dirname(join(folder, file)), { recursive: true });
    fs.writeFileSync(join(folder, file), typeof counts === 'string' ? counts : JSON.stringify(counts));
  };
  const add = (...parts: string[]): Promise<Ran> => run(process.execPath, [total, folder, ...parts]);

  it('adds up what every runner of every part counted', async () => {
    counted('cit/mocha-1.json', { passed: 10, failed: 0, skipped: 2 });
    counted('cit/cucumber-2.ndjson', [scenario('a', 'PASSED', 'PASSED'), scenario('b', 'PASSED')].join('\n'));
    counted('emulators/mocha-3.json', { passed: 5, failed: 0, skipped: 1 });
    const { code, stdout } = await add('cit/mocha', 'cit/cucumber', 'emulators/mocha');
    expect(stdout).to.equal('17 passed, 0 failed, 3 skipped\n');
    expect(code).to.equal(0);
  });

  it('leaves out what there is none of', async () => {
    counted('cit/mocha-1.json', { passed: 10, failed: 0, skipped: 0 });
    expect((await add('cit/mocha')).stdout).to.equal('10 passed, 0 failed\n');
  });

  it('fails for a failed test', async () => {
    counted('cit/mocha-1.json', { passed: 10, failed: 1, skipped: 0 });
    const { code, stdout } = await add('cit/mocha');
    expect(stdout).to.equal('10 passed, 1 failed\n');
    expect(code).to.equal(1);
  });

  it('takes a scenario for passed only where every step is, and counts the last attempt at it', async () => {
    const retried = scenario('e', 'FAILED').replace('false', 'true');
    const scenarios = [scenario('a', 'PASSED', 'UNDEFINED'), scenario('b', 'SKIPPED'), scenario('c'), retried];
    counted('cit/cucumber-1.ndjson', [...scenarios, scenario('f', 'PASSED')].join('\n'));
    expect((await add('cit/cucumber')).stdout).to.equal('1 passed, 2 failed, 1 skipped\n');
  });

  it('fails where a part ran no test, although others did', async () => {
    counted('cit/mocha-1.json', { passed: 10, failed: 0, skipped: 0 });
    counted('cit/cucumber-2.ndjson', '');
    counted('emulators/mocha-3.json', { passed: 0, failed: 0, skipped: 0 });
    for (const empty of ['cit/cucumber', 'emulators/mocha', 'emulators/mocha?', 'browser/mocha']) {
      const { code, stdout, stderr } = await add('cit/mocha', empty);
      expect(stdout).to.equal('10 passed, 0 failed\n');
      expect(stderr).to.include('NO TEST RAN');
      expect(code, empty).to.equal(1);
    }
  });

  it('lets a part be skipped as a whole only where that is said', async () => {
    counted('emulators/mocha-1.json', { passed: 0, failed: 0, skipped: 3 });
    expect((await add('emulators/mocha')).code).to.equal(1);
    const { code, stdout } = await add('emulators/mocha?');
    expect(stdout).to.equal('0 passed, 0 failed, 3 skipped\n');
    expect(code).to.equal(0);
  });
});
