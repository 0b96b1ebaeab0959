// ts-node's transpiler: swc, with its output cached, because compiling some two hundred small files anew is a third of
// every start. The name of an entry is a hash of all that the output depends on, so that none is ever stale. An entry
// begins with the hash of its content, so that a damaged one is compiled anew and never run. The cache is in the
// package's own node_modules, where nobody can write who could not change the program itself.
// It is JavaScript because it is what compiles the TypeScript.
const { createHash, randomUUID } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const swcVersion = require('@swc/core/package.json').version;
const { create } = require('ts-node/transpilers/swc');

const folder = join(__dirname, '../../../node_modules/.cache/cognito-lab');

exports.create = (options) => {
  // swc itself is loaded only for a file that was never compiled before.
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

/** @returns undefined for an entry that is not there, or not as it was written */
function read(entry, key) {
  try {
    const text = readFileSync(entry, 'utf8');
    const content = text.slice(65);
    return text.slice(0, 65) === `${digest(key, content)}\n` ? JSON.parse(content) : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all, and quietly: without the cache everything works as well, only slower. */
function keep(entry, key, output) {
  const draft = `${entry}.${randomUUID()}`;
  try {
    mkdirSync(folder, { recursive: true });
    const content = JSON.stringify(output);
    writeFileSync(draft, `${digest(key, content)}\n${content}`);
    renameSync(draft, entry);
  } catch {
    // A folder that cannot be written, or a disk that is full.
  }
}
