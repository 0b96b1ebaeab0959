// Mocha's spec reporter, which also leaves the counts of the run in the folder that TEST_COUNTS names.
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { reporters } = require('mocha');

const folder = process.env.TEST_COUNTS;
// A test may start a test runner of its own: that is not to be counted.
delete process.env.TEST_COUNTS;
delete process.env.MOCHA_OPTIONS;

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes: passed, failures: failed, pending: skipped } = runner.stats;
      writeFileSync(join(folder, `mocha-${process.pid}.json`), JSON.stringify({ passed, failed, skipped }));
    });
  }
};
