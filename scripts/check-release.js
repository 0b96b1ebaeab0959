// node scripts/check-release.js TAG: whether a tag, package.json, package-lock.json and the newest release in
// CHANGELOG.md name the same version. Needs nothing but Node, so that a release stops before anything is installed.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const read = (name) => readFileSync(join(__dirname, '..', name), 'utf8');

/** @returns what disagrees with the version of package.json, a line each */
exports.disagreements = (tag) => {
  const { version } = JSON.parse(read('package.json'));
  const [, newest] = /^## \[(\d[^\]]*)\]/m.exec(read('CHANGELOG.md')) ?? [];
  const named = {
    'package-lock.json': JSON.parse(read('package-lock.json')).version,
    ...(tag !== undefined && { 'the tag': tag.replace(/^v/, '') }),
    // Before the first release there is none in the changelog.
    ...((tag !== undefined || newest !== undefined) && { 'the newest release in CHANGELOG.md': newest ?? 'none' }),
  };
  return Object.entries(named).flatMap(([what, name]) =>
    name === version ? [] : [`package.json is of version ${version}, ${what} of ${name}.`],
  );
};

if (require.main === module) {
  const lines = exports.disagreements(process.argv[2] ?? '');
  for (const line of lines) console.error(line);
  if (lines.length > 0) process.exitCode = 1;
}
