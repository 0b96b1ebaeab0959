// A transpiler for ts-node: swc with a cache.
const { create } = require('ts-node/transpilers/swc');
const { compileCache } = require('./compile-cache');

exports.create = (options) => {
  // swc is loaded only if a file is not in the cache.
  let swc;
  const cache = compileCache(options.nodeModuleEmitKind);
  return {
    transpile(input, how) {
      const cached = cache.read(how.fileName, input);
      if (cached) return cached;
      const output = (swc ??= create(options)).transpile(input, how);
      cache.keep(how.fileName, input, output);
      return output;
    },
  };
};
