// node total.js FOLDER PART/RUNNER…: adds up what the test runners counted, and ends with the one line that says it.
// FOLDER holds a folder a part; a part of which every test may be skipped has a "?" after it. Needs nothing but Node.
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');

const [folder, ...parts] = process.argv.slice(2);

/** What Cucumber's messages come to, scenario by scenario; each attempt at one but the last does not count. */
function countScenarios(messages) {
  const statuses = new Map();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { testStepFinished, testCaseFinished } of messages) {
    if (testStepFinished) {
      const { testCaseStartedId: id, testStepResult } = testStepFinished;
      statuses.set(id, [...(statuses.get(id) ?? []), testStepResult.status]);
    }
    if (testCaseFinished && !testCaseFinished.willBeRetried) {
      const all = statuses.get(testCaseFinished.testCaseStartedId) ?? ['UNKNOWN'];
      if (all.every((status) => status === 'PASSED')) counts.passed++;
      else if (all.every((status) => status === 'PASSED' || status === 'SKIPPED')) counts.skipped++;
      else counts.failed++;
    }
  }
  return counts;
}

function countsIn(file) {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.json')) return JSON.parse(text);
  const lines = text.split('\n').filter(Boolean);
  return countScenarios(lines.map((line) => JSON.parse(line)));
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const part of parts) {
  const path = join(folder, part.replace(/\?$/, ''));
  const files = existsSync(dirname(path)) ? readdirSync(dirname(path)) : [];
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const file of files.filter((name) => name.startsWith(`${basename(path)}-`)))
    for (const [kind, number] of Object.entries(countsIn(join(dirname(path), file)))) sum[kind] += number;
  for (const [kind, number] of Object.entries(sum)) total[kind] += number;
  const { passed, failed, skipped } = sum;
  console.error(`${part.replace(/\?$/, '')}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  const ran = passed + failed + (part.endsWith('?') ? skipped : 0);
  if (ran === 0) {
    console.error(`${part.replace(/\?$/, '')}: NO TEST RAN`);
    process.exitCode = 1;
  }
}
const { passed, failed, skipped } = total;
if (failed > 0) process.exitCode = 1;
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
