#!/usr/bin/env node
// The command line tool. The package has it compiled; a clone compiles the sources as they are loaded, without a build.
const { existsSync, writeSync } = require('node:fs');
const { join } = require('node:path');

// Exit code 1 says that a check failed, and nothing else. Whatever ends this process before main is done, or beside
// it, ends it in 2, where Node has 0 or 1.
let done = false;
process.on('exit', () => {
  if (!done) process.exitCode = 2;
});
process.on('uncaughtException', (error) => {
  // While a step runs, Cucumber listens too, and makes it the failure of that step.
  if (process.listenerCount('uncaughtException') === 1) end(error);
});

// The SDK warns of Node 20 on every start; package.json says which versions are supported.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

try {
  const isClone = existsSync(join(__dirname, '../support/cli/main.ts'));
  if (isClone) require('../support/common/compile/register');
  require(isClone ? '../support/cli/main' : '../dist/support/cli/main')
    .main(process.argv)
    .then(() => (done = true), end);
} catch (error) {
  end(error);
}

function end(error) {
  const [message] = String(error?.message ?? error).split('\n');
  const text =
    error?.code === 'MODULE_NOT_FOUND'
      ? `cognito-lab: it is not installed as a whole: ${message.slice(0, 300)}\nRun npm ci in its folder.\n`
      : `cognito-lab: this is a bug of cognito-lab. Please report it with these lines:\n${String(error?.stack ?? error).slice(0, 4096)}\n`;
  try {
    // Nothing in it acts on a terminal, or on a CI runner.
    writeSync(2, text.replace(/[^\n -~]/g, '?').replace(/([:#])(?=\1)/g, '$1 '));
  } catch {
    // Standard error is gone or full.
  }
  process.exit(2);
}
