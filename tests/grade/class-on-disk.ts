import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { ClassSummary } from '../../support/lab/result/class-result';
import type { LearnerResult } from '../../support/commands/grade/learner-result';
import { cliFiles } from '../../support/targets/submission/cli-folder';
import { cognitoLab, noAws } from '../cli/cognito-lab';
import { rightAnswers } from '../cli/stand-in';
import type { Ran } from '../support/program';

/** The files of a right submission, by their names, of a pool of the learner's own. */
export function rightFiles(student: string): Record<string, string> {
  const id = `us-east-1_${Buffer.from(student).toString('hex').padEnd(9, '0')}`;
  return Object.fromEntries(
    Object.entries(cliFiles).map(([operation, name]) => [
      name,
      JSON.stringify(rightAnswers[operation]).replaceAll('us-east-1_AbCdEf123', id),
    ]),
  );
}

/** A folder of an instructor's: submissions in `class`, and what `grade` makes of them in `out`. */
export class ClassOnDisk {
  readonly place = mkdtempSync(join(tmpdir(), 'grade-'));

  constructor() {
    mkdirSync(this.path('class'));
  }

  readonly path = (...parts: string[]): string => join(this.place, ...parts);

  remove(): void {
    rmSync(this.place, { recursive: true });
  }

  /** A right submission of a pool of the learner's own, with a setting made otherwise or a file left out. */
  handIn(student: string, { mfa = 'OFF', without = '' } = {}): void {
    const folder = this.path('class', student);
    mkdirSync(folder);
    for (const [name, content] of Object.entries(rightFiles(student)))
      if (name !== without) writeFileSync(join(folder, name), content.replace('"OFF"', `"${mfa}"`));
  }

  write(name: string, content: string | object): void {
    writeFileSync(this.path(name), typeof content === 'string' ? content : JSON.stringify(content));
  }

  readonly grade = (...args: string[]): Promise<Ran> =>
    cognitoLab(['grade', ...args, '--output', 'out'], noAws(), this.place);

  readonly read = (path: string): string => readFileSync(path, 'utf8');

  readonly out = (name: string): string => this.read(this.path('out', name));

  readonly summary = (): ClassSummary => JSON.parse(this.out('summary.json')) as ClassSummary;

  readonly statuses = (): Record<string, string> =>
    Object.fromEntries(this.summary().learners.map(({ student, status }) => [student, status]));

  readonly gradebook = (): Record<string, string>[] => parse(this.out('gradebook.csv'), { columns: true, bom: true });

  readonly kept = (student: string): LearnerResult => JSON.parse(this.out(`results/${student}.json`)) as LearnerResult;
}
