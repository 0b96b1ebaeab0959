#!/usr/bin/env node
// The command line tool. The package has it compiled; a clone compiles the sources as they are loaded, without a build.
const { existsSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

// The SDK warns of Node 20 on every start; package.json says which versions are supported.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

const isClone = existsSync(join(__dirname, '../support/cli/main.ts'));
if (isClone) compileAsLoaded();
require(isClone ? '../support/cli/main' : '../dist/support/cli/main').main(process.argv);

function compileAsLoaded() {
  process.env.TS_NODE_PROJECT ??= join(__dirname, '../tsconfig.json');
  const { _compile } = Module.prototype;
  require('ts-node/register');
  // ts-node loads its compiler with v8-compile-cache, which on a full disk does not take its hook out again and then
  // fails on every module written in today's form.
  Module.prototype._compile = _compile;
}
