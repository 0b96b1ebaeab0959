const { existsSync } = require('node:fs');
const { join } = require('node:path');

// The settings that the lab needs on AWS are read from the environment and .env; the mock needs none.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

// Variables of Cucumber's and of the compiler's are meant for the user's own projects. CUCUMBER_PUBLISH_TOKEN alone would
// upload the findings; Cucumber reads it after this file. Whoever wants that says --publish.
for (const name of Object.keys(process.env)) if (/^(CUCUMBER|TS_NODE|SWC)_/i.test(name)) delete process.env[name];

// In a clone the sources are compiled as they are loaded; the package has what was compiled of them.
const isClone = existsSync(join(__dirname, 'steps'));

const lab = {
  requireModule: isClone ? [join(__dirname, 'support/common/compile/register.js')] : [],
  require: isClone
    ? ['support/runner/world/*.ts', 'steps/*.ts']
    : ['dist/support/runner/world/*.js', 'dist/steps/*.js'],
  paths: ['features/**/*.feature'],
  strict: true,
};

// Where somebody counts the tests, the messages go there too. What a scenario may start is not counted.
const { TEST_COUNTS: counts } = process.env;
delete process.env.TEST_COUNTS;
const counted = counts === undefined ? [] : [`message:${counts}/cucumber-${process.pid}.ndjson`];

module.exports = {
  // npx --no -- cucumber-js: on the mock, with no further flags.
  default: { ...lab, format: ['progress', ...counted], worldParameters: { target: 'mock' } },
  // npx --no -- cucumber-js -p aws: on the endpoint that AWS's own configuration names.
  aws: { ...lab, format: ['progress'], worldParameters: { target: 'aws' } },
};
