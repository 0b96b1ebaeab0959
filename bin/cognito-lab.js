#!/usr/bin/env node
// The command line tool is TypeScript, compiled as it is loaded: no build step stands between a clone and a run.
const Module = require('node:module');
const { join } = require('node:path');

process.env.TS_NODE_PROJECT ??= join(__dirname, '../tsconfig.json');
// The SDK warns of Node 20 on every start; package.json says which versions are supported.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

const { _compile } = Module.prototype;
require('ts-node/register');
// ts-node loads its compiler with v8-compile-cache, which on a full disk does not take its hook out again and then
// fails on every module written in today's form.
Module.prototype._compile = _compile;
require('../support/cli/main').main(process.argv);
