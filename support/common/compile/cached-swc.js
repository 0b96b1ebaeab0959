// ts-node's transpiler: swc, with what it made kept on disk, because compiling some two hundred small files anew is a
// third of every start. The name of an entry is a hash of all that the outcome depends on, so that none is ever stale.
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
      const entry = join(folder, `${key}.json`);
      try {
        return JSON.parse(readFileSync(entry, 'utf8'));
      } catch {
        // Not there yet, or not whole: it is made again.
      }
      const output = compile(input, how);
      keep(entry, output);
      return output;
    },
  };
};

/** Whole or not at all, and quietly: without the cache everything works as well, only slower. */
function keep(entry, output) {
  const draft = `${entry}.${randomUUID()}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, JSON.stringify(output));
    renameSync(draft, entry);
  } catch {
    // A folder that cannot be written, or a disk that is full.
  }
}
