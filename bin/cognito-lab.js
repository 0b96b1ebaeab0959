#!/usr/bin/env node
// The command line tool is TypeScript, compiled as it is loaded: no build step stands between a clone and a run.
const { join } = require('node:path');

process.env.TS_NODE_PROJECT ??= join(__dirname, '../tsconfig.json');
// The SDK warns of Node 20 on every start; package.json says which versions are supported.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

require('ts-node/register');
require('../support/cli/main').main(process.argv);
