// Compiles TypeScript as it is loaded, in the command line tool and in the processes that it starts.
const Module = require('node:module');
const { join } = require('node:path');

const root = join(__dirname, '../../..');

// What compiles the program is its own affair, and no variable's.
for (const name of Object.keys(process.env)) if (/^(TS_NODE|SWC)_/.test(name)) delete process.env[name];
process.env.TS_NODE_PROJECT = join(root, 'tsconfig.json');
// By default this is a folder of /tmp, which others may have made, with code in it.
process.env.V8_COMPILE_CACHE_CACHE_DIR = join(root, 'node_modules/.cache/cognito-lab/v8');

const { _compile } = Module.prototype;
require('ts-node/register');
// ts-node loads its compiler with v8-compile-cache, which on a full disk does not take its hook out again and then
// fails on every module written in today's form.
Module.prototype._compile = _compile;
