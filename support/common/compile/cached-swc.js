// A transpiler for ts-node: swc with a cache, because compiling some two hundred small files takes a third of every
// start. A cache key is a hash of everything that affects the output, so that no entry can be stale. Every entry
// starts with the hash of its content, so that a damaged entry is recompiled and never executed. The cache is in the
// package's own node_modules: whoever can write there can also change the program. Written in JavaScript because it
// compiles the TypeScript.
const { createHash, randomUUID } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const swcVersion = require('@swc/core/package.json').version;
const { create } = require('ts-node/transpilers/swc');

const folder = join(__dirname, '../../../node_modules/.cache/cognito-lab');

exports.create = (options) => {
  // swc is loaded only if a file is not in the cache.
  let swc;
  const compile = (input, how) => (swc ??= create(options)).transpile(input, how);
  const settings = JSON.stringify([
    swcVersion,
    process.version,
    options.service.config.options,
    options.nodeModuleEmitKind,
  ]);
  return {
    transpile(input, how) {
      const key = createHash('sha256')
        .update(JSON.stringify([settings, how.fileName, input]))
        .digest('hex');
      const entry = join(folder, `${key}.txt`);
      const cached = read(entry, key);
      if (cached) return cached;
      const output = compile(input, how);
      keep(entry, key, output);
      return output;
    },
  };
};

const digest = (key, content) => createHash('sha256').update(`${key}\n${content}`).digest('hex');

/** @returns undefined if the entry is missing or damaged */
function read(entry, key) {
  try {
    const text = readFileSync(entry, 'utf8');
    const content = text.slice(65);
    return text.slice(0, 65) === `${digest(key, content)}\n` ? JSON.parse(content) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes an entry atomically and ignores errors: the cache is an optimization. */
function keep(entry, key, output) {
  const draft = `${entry}.${randomUUID()}`;
  try {
    mkdirSync(folder, { recursive: true });
    const content = JSON.stringify(output);
    writeFileSync(draft, `${digest(key, content)}\n${content}`);
    renameSync(draft, entry);
  } catch {
    // The folder is read-only, or the disk is full.
  }
}
