// Loaded by --require: the project's own files then find the packages of `dependencies` alone, as in an installation
// of the package. What those packages load themselves is their own matter.
const Module = require('node:module');
const { join, sep } = require('node:path');

const root = join(__dirname, '../..') + sep;
const { devDependencies } = require('../../package.json');
// A clone is compiled as it is loaded; the package is compiled already.
const compilers = new Set(['ts-node', 'typescript', '@swc/core']);
const resolve = Module._resolveFilename;

Module._resolveFilename = function (request, parent, ...rest) {
  const from = parent?.filename ?? '';
  const isOwn = from.startsWith(root) && !from.startsWith(join(root, 'node_modules') + sep);
  const [name] = /^(@[^/]+\/)?[^/]+/.exec(request) ?? [];
  if (isOwn && name !== undefined && !compilers.has(name) && Object.hasOwn(devDependencies, name))
    throw Object.assign(new Error(`${name} is a development package, and ${from} needs it`), {
      code: 'MODULE_NOT_FOUND',
    });
  return resolve.call(this, request, parent, ...rest);
};
