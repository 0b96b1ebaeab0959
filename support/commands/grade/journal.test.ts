import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { Problem } from '../../common/problem';
import type { LearnerSummary } from '../../lab/result/class-result';
import { Journal } from './journal';

const learner = (student: string): LearnerSummary => ({
  student,
  status: 'graded',
  tasks: [],
  missed: [],
  reasons: [],
  notes: [],
});

const failure = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('The journal of a class', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(join(tmpdir(), 'journal-'));
    path = join(folder, 'journal.jsonl');
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const resumed = (terms = {}): string[] => [...new Journal(path, terms, true).done.keys()];

  it('knows what was done before a kill, and does not believe a line that is cut short', async () => {
    const journal = new Journal(path, {}, false);
    await Promise.all([journal.add('a', learner('a')), journal.add('b', learner('b'))]);
    fs.appendFileSync(path, '{"key":"c","learner":{"stud');
    expect(resumed()).to.deep.equal(['a', 'b']);
    await new Journal(path, {}, true).add('d', learner('d'));
    expect(resumed()).to.deep.equal(['a', 'b', 'd']);
  });

  it('is taken up where the machine lost power, which leaves NULs in it', async () => {
    const journal = new Journal(path, {}, false);
    await journal.add('a', learner('a'));
    fs.appendFileSync(path, '\0'.repeat(4_096));
    expect(resumed()).to.deep.equal(['a']);
    // As it is where the file had got its new length, and another run went on behind it.
    await new Journal(path, {}, true).add('b', learner('b'));
    fs.appendFileSync(path, `${'\0'.repeat(10)}\n`);
    await new Journal(path, {}, true).add('c', learner('c'));
    expect(resumed()).to.deep.equal(['a', 'b', 'c']);
  });

  it('can be taken up after the disk was full for a moment: nothing follows a line that is half there', async () => {
    const journal = new Journal(path, {}, false);
    await journal.add('a', learner('a'));
    const write = fs.writeFileSync;
    const files = require('node:fs') as { writeFileSync: typeof write };
    files.writeFileSync = (file, text) => {
      write(file, (text as string).slice(0, 20));
      throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    };
    const first = failure(journal.add('b', learner('b')));
    const second = new Promise(setImmediate).then(() => {
      files.writeFileSync = write;
      return failure(journal.add('c', learner('c')));
    });
    for (const error of [await first, await second])
      expect(error).to.be.instanceOf(Problem).with.property('message').that.includes('the disk is full');
    expect(resumed()).to.deep.equal(['a']);
  });

  it('is not taken up by a run that goes by other terms', async () => {
    await new Journal(path, { rubric: 1 }, false).add('a', learner('a'));
    expect(() => resumed({ rubric: 2 })).to.throw(Problem, /used other features, another rubric/);
  });
});
