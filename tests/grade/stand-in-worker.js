/* global setTimeout */
const { existsSync, writeFileSync } = require('node:fs');
// Stands in for the worker of `grade`: what it does with a learner is the learner's name.
const hog = [];
process.on('disconnect', () => process.exit());
process.on('message', ({ kind, job }) => {
  if (kind === 'begin') return process.send({ kind: 'ready' });
  // The real one has several under way as well.
  setTimeout(() => work(job), 20);
});

function work({ at, entry: { student, source } }) {
  process.send({ kind: 'under-way', at });
  if (source.kind !== 'refused') {
    if (student === 'endless') for (;;);
    if (student === 'crash') process.abort();
    if (student === 'killed' && !existsSync(source.path)) {
      writeFileSync(source.path, '');
      process.kill(process.pid, 'SIGKILL');
    }
    if (student === 'memory') for (;;) hog.push(new Array(1e6).fill({}));
  }
  if (student === 'never') return;
  if (student === 'full')
    return process.send({
      kind: 'failed',
      message: 'The disk is full.',
      remedy: 'Make room.',
      code: 'ENOSPC',
      isBug: false,
    });
  process.send({ kind: 'under-way' });
  const { reason } = source;
  process.send({ kind: 'done', at, learner: { student, status: reason ? 'error' : 'graded', reasons: [{ reason }] } });
}
