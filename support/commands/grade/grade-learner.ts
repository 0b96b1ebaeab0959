import { join } from 'node:path';
import type { AtomicFolder } from '../../common/files/atomic-folder';
import { limitHints } from '../../lab/result/limit-hints';
import { Problem } from '../../common/problem';
import type { Lab } from '../../lab/lab-folder';
import type { LearnerSummary } from '../../lab/result/class-result';
import { budget } from './budget';
import { chooseResult } from './choose-result';
import { livePoolEvidence, noEvidence, type Evidence, type LivePool, type Reason } from './evidence';
import type { Entry } from './inputs/entry';
import { judge } from './judge-evidence';
import { learnerResult, readLearnerResult, withGrade, type LearnerResult } from './learner-result';
import { errorOf, nothingFrom, summaryOf } from './learner-summary';
import { learnerFiles, type LearnerFormat } from './outputs/learner-files';
import { submissionEvidence } from './read-submission';
import type { Rubric } from './rubric';

/** The settings that are the same for the whole class. */
export interface Terms {
  lab: Lab;
  rubric: Rubric;
  /** The folder of all results. */
  output: string;
  userPoolName?: string;
  /** Of several attempts, whether the best or the latest counts. */
  keep: 'best' | 'latest';
  /** The format of another grader, written beside each result. */
  format?: LearnerFormat;
}

/** One learner to grade. */
export interface Job {
  /** The learner's place in the class. */
  at: number;
  entry: Entry;
  /** The name of the learner's files, without an extension. */
  file: string;
  /** The answers of the learner's pool, or why there are none; absent for a submission. */
  pool?: LivePool;
}

/** A learner's row, and the texts of the learner's files by name. */
interface Outcome {
  learner: LearnerSummary;
  files: Map<string, string>;
}

/**
 * Reads and judges one learner's submission or pool, and writes the learner's files.
 *
 * @param onProgress called with the learner's place before each step that may not end, and without it afterwards
 * @throws Problem where the output cannot be written. Any other error concerns this learner only
 */
export async function gradeLearner(
  job: Job,
  terms: Terms,
  folder: AtomicFolder,
  onProgress: (at?: number) => void,
): Promise<LearnerSummary> {
  const { learner, files } = await outcomeOf(job, terms, () => onProgress(job.at));
  onProgress();
  for (const [name, text] of files) await folder.write(name, text);
  return learner;
}

async function outcomeOf(job: Job, terms: Terms, onProgress: () => void): Promise<Outcome> {
  const { entry, file } = job;
  const tasks = terms.lab.catalogue.tasks.map(({ id }) => id);
  onProgress();
  let fault: Reason | undefined;
  try {
    const previous = readLearnerResult(join(terms.output, 'results', `${file}.json`), entry.student);
    try {
      return entry.source.kind === 'none'
        ? nothingNow(job, entry.source.reason, terms, previous)
        : await judged(job, evidenceOf(job), terms, previous, onProgress);
    } catch (error) {
      fault = reasonOf(error);
    }
    return await judged(job, noEvidence(fault), terms, previous, onProgress);
  } catch (error) {
    // No result can be written; an existing one stays unchanged.
    return { learner: errorOf(entry, fault ?? reasonOf(error), tasks), files: new Map() };
  }
}

function evidenceOf({ entry: { source }, pool }: Job): Evidence {
  if (pool) return livePoolEvidence(pool);
  if (source.kind === 'submission') return submissionEvidence(source);
  if (source.kind === 'refused') return noEvidence({ message: source.reason, remedy: source.remedy });
  throw new Error(`There is no evidence of ${source.kind}.`);
}

async function judged(
  { entry, file }: Job,
  evidence: Evidence,
  { lab, userPoolName, rubric, keep, format }: Terms,
  previous: LearnerResult | undefined,
  onProgress: () => void,
): Promise<Outcome> {
  const whole = await judge(lab, evidence, { userPoolName }, onProgress);
  const result = limitHints(whole, rubric.hints ?? 'hint');
  onProgress();
  const fresh = learnerResult(entry, evidence, result, previous);
  const choice = previous ? chooseResult(previous, fresh, { rubric, keep }) : { result: fresh };
  const notes = choice.note === undefined ? [] : [choice.note];
  const learner = summaryOf(entry, choice.result, { rubric, file, notes, unread: choice.unread });
  const files = learnerFiles(withGrade(choice.result, learner), learner, { file, format, rubric });
  for (const text of files.values()) if (Buffer.byteLength(text) > budget.file) throw tooLarge;
  return { learner, files };
}

const tooLarge = new Problem(
  `The result would be larger than ${budget.file / 1024 / 1024} MB, because values in the submission are that large.`,
  'Ask for the files that the AWS CLI or "cognito-lab snapshot" wrote, without changes.',
);

/** The learner has no submission in this run. A grade of an earlier run is kept. */
function nothingNow({ entry, file }: Job, reason: string, { lab, rubric }: Terms, previous?: LearnerResult): Outcome {
  if (previous && previous.status !== 'error') {
    const notes = [`${reason} An earlier attempt counts.`];
    return { learner: summaryOf(entry, previous, { rubric, file, notes }), files: new Map() };
  }
  const tasks = lab.catalogue.tasks.map(({ id }) => id);
  const notes = previous ? [`results/${file}.json is of an earlier run.`] : [];
  return { learner: { ...nothingFrom(entry, reason, tasks), notes }, files: new Map() };
}

const reasonOf = (error: unknown): Reason =>
  error instanceof Problem
    ? { message: error.message, remedy: error.remedy }
    : {
        message: `A bug in cognito-lab (${(error as Error).name}) kept this from being graded.`,
        remedy: 'Report it, with the submission if you may. The other learners are not affected.',
      };
