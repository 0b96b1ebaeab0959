/**
 * A process that reads and judges untrusted submissions. Whatever they do to it, the main process goes
 * on: a thread would not do, because V8 ends the whole process over a text that is too long.
 */
import { join } from 'node:path';
import { AtomicFolder } from '../../../common/files/atomic-folder';
import { Problem } from '../../../common/problem';
import { noEvidence } from '../evidence';
import { gradeLearner, type Terms } from '../grade-learner';
import { judge } from '../judge-evidence';
import { endWithParent } from './end-with-parent';
import type { FromWorker, ToWorker } from './worker-messages';

let terms: Terms;
let folder: AtomicFolder;
let underWay: number | undefined;

const send = (message: FromWorker): void => void process.send?.(message);

async function begin(): Promise<void> {
  folder = new AtomicFolder(join(terms.output, 'results'));
  // Loads all that judging needs. A lab that cannot be run fails here, and not at each of the learners.
  await judge(terms.lab, noEvidence({ message: 'This is a trial.' }), {});
  send({ kind: 'ready' });
}

function fail(error: unknown): void {
  const { message, stack = message } = error as Error;
  const isBug = !(error instanceof Problem);
  const { code } = ((error as Error).cause ?? {}) as NodeJS.ErrnoException;
  send({ kind: 'failed', message: isBug ? stack : message, remedy: isBug ? undefined : error.remedy, code, isBug });
}

process.on('message', (message: ToWorker) => {
  if (message.kind === 'begin') {
    terms = message.terms;
    begin().catch(fail);
    return;
  }
  const { job } = message;
  const onProgress = (at: number | undefined): void => {
    if (underWay !== at) send({ kind: 'under-way', at });
    underWay = at;
  };
  gradeLearner(job, terms, folder, onProgress).then((learner) => send({ kind: 'done', at: job.at, learner }), fail);
});

// Ctrl-C reaches the whole process group; the parent ends its workers itself.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
endWithParent();
