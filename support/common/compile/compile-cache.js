// What was compiled of the TypeScript of a clone, because compiling some two hundred small files takes a third of every
// start. A key is a hash of everything that affects the output, so that no entry can be stale. Every entry starts with
// the hash of its content, so that a damaged entry is recompiled and never executed. The cache is in the package's own
// node_modules: whoever can write there can also change the program. Written in JavaScript because it comes before the
// compiler.
const { createHash, randomUUID } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const swcVersion = require('@swc/core/package.json').version;

const root = join(__dirname, '../../..');
const folder = join(root, 'node_modules/.cache/cognito-lab');

/** @param module the kind of module to emit, in ts-node's words */
exports.compileCache = (module) => {
  const configuration = readFileSync(join(root, 'tsconfig.json'), 'utf8');
  const settings = JSON.stringify([swcVersion, process.version, configuration, module]);
  const keyOf = (fileName, input) =>
    createHash('sha256')
      .update(JSON.stringify([settings, fileName, input]))
      .digest('hex');
  return {
    /** @returns undefined if the entry is missing or damaged */
    read(fileName, input) {
      const key = keyOf(fileName, input);
      try {
        const text = readFileSync(entryOf(key), 'utf8');
        const content = text.slice(65);
        return text.slice(0, 65) === `${digest(key, content)}\n` ? JSON.parse(content) : undefined;
      } catch {
        return undefined;
      }
    },
    /** Writes an entry atomically and ignores errors: the cache is an optimization. */
    keep(fileName, input, output) {
      const key = keyOf(fileName, input);
      const draft = `${entryOf(key)}.${randomUUID()}`;
      try {
        mkdirSync(folder, { recursive: true });
        const content = JSON.stringify(output);
        writeFileSync(draft, `${digest(key, content)}\n${content}`);
        renameSync(draft, entryOf(key));
      } catch {
        // The folder is read-only, or the disk is full.
      }
    },
  };
};

const entryOf = (key) => join(folder, `${key}.txt`);

const digest = (key, content) => createHash('sha256').update(`${key}\n${content}`).digest('hex');
