// Compiles TypeScript as it is loaded, in the command line tool and in the processes that it starts.
const Module = require('node:module');
const { join } = require('node:path');

const root = join(__dirname, '../../..');

// The user's environment must not configure the compiler.
for (const name of Object.keys(process.env)) if (/^(TS_NODE|SWC)_/.test(name)) delete process.env[name];
process.env.TS_NODE_PROJECT = join(root, 'tsconfig.json');
// The default is a folder in /tmp, where other users could place code.
process.env.V8_COMPILE_CACHE_CACHE_DIR = join(root, 'node_modules/.cache/cognito-lab/v8');

const { _compile } = Module.prototype;
require('ts-node/register');
// ts-node loads its compiler with v8-compile-cache. On a full disk it leaves its hook installed, which then fails on
// modules with modern syntax.
Module.prototype._compile = _compile;
