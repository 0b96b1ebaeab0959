// Compiles TypeScript as it is loaded, in the command line tool and in the processes that it starts. ts-node does it,
// where a file is not in the cache yet: loading ts-node and TypeScript alone took a quarter of a `check` (130 of 600 ms
// of the processor, measured 2026-11).
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { compileCache } = require('./compile-cache');
const { mapStacks } = require('./map-stacks');

const root = join(__dirname, '../../..');

// The user's environment must not configure the compiler.
for (const name of Object.keys(process.env)) if (/^(TS_NODE|SWC)_/.test(name)) delete process.env[name];
process.env.TS_NODE_PROJECT = join(root, 'tsconfig.json');
// The default is a folder in /tmp, where other users could place code.
process.env.V8_COMPILE_CACHE_CACHE_DIR = join(root, 'node_modules/.cache/cognito-lab/v8');

// All of the sources are CommonJS.
const cache = compileCache('nodecjs');
const maps = new Map();
let compiler;

require.extensions['.ts'] = (module, file) => {
  const input = readFileSync(file, 'utf8');
  const { outputText, sourceMapText } = cache.read(file, input) ?? compile(input, file);
  if (sourceMapText !== undefined) maps.set(file, sourceMapText);
  module._compile(outputText, file);
};
mapStacks(maps);

function compile(input, file) {
  compiler ??= load();
  const outputText = compiler.compile(input, file);
  return cache.read(file, input) ?? { outputText };
}

function load() {
  const { _compile } = Module.prototype;
  const compiler = require('ts-node').create();
  // ts-node loads its compiler with v8-compile-cache. On a full disk it leaves its hook installed, which then fails on
  // modules with modern syntax.
  Module.prototype._compile = _compile;
  // It maps stacks by itself, and of what it compiled only.
  mapStacks(maps);
  return compiler;
}
