import { InvalidArgumentError, Option, type Command } from 'commander';
import { hintLevels } from '../../lab/result/limit-hints';
import { labOption } from '../lab/lab-option';
import { shardOption } from '../merge/shard';
import { allCores, toJobs } from './jobs';
import type { GradeFlags } from './run-grade';

/** Adds `cognito-lab grade` to the program. */
export function declareGrade(program: Command): void {
  program
    .command('grade')
    .description('Grades a class: a result for each learner, a gradebook and a class page')
    .argument(
      '[folder]',
      'A folder with one entry per learner, or the download of an LMS, as a folder or a zip archive',
    )
    .option(
      '--roster <file>',
      'Read the learners from this CSV file, one per line, in our own format or as an LMS exports it',
    )
    .addOption(labOption())
    .requiredOption('--output <folder>', 'Write all results to this folder')
    .option('--rubric <file>', 'Count the points by these weights, deadlines, attempts, extensions and overrides')
    .addOption(
      new Option(
        '--hints <level>',
        'Tell learners only what is wrong (none), also what to do (hint), or also by which commands (fix)',
      ).choices(hintLevels),
    )
    .option('--summary <file>', 'Also write a summary of the class, in Markdown, to this file')
    .addOption(
      new Option(
        '--gradebook <form>',
        'Write gradebook.csv for a spreadsheet, or for an import (default: as the roster, else csv)',
      ).choices(['csv', 'canvas', 'moodle']),
    )
    .option('--assignment <column>', 'Fill this column of a Canvas or Moodle roster, and hand back the rest as it came')
    .addOption(
      new Option(
        '--decimal <mark>',
        'Write numbers for spreadsheets with this mark; with a comma, semicolons separate cells',
      ).choices(['point', 'comma']),
    )
    .addOption(
      new Option(
        '--format <format>',
        'Write another result file for each learner, in the format of this grader',
      ).choices(['gradescope', 'prairielearn', 'classroom50', 'exercism']),
    )
    .addOption(
      new Option('--keep <which>', 'Choose which of several attempts counts')
        .choices(['best', 'latest'])
        .default('latest'),
    )
    .option('--resume', 'Continue an interrupted run: grade only learners who have no grade yet', false)
    .addOption(shardOption('Grade only this part of the class, such as 2/3'))
    .addOption(
      new Option('--user-pool-name <name>', 'Require this name of every user pool (default: any name)').env(
        'LAB_USER_POOL_NAME',
      ),
    )
    .addOption(
      new Option('--jobs <number>', 'Grade in this number of processes')
        .argParser(toJobs)
        .default(allCores(), 'all cores'),
    )
    .option('--concurrency <number>', 'Read at most this number of pools at the same time', toCount, 32)
    .option('--time-limit <seconds>', 'Stop grading a learner after this time', toCount, 60)
    .action(async (folder: string | undefined, flags: GradeFlags) => {
      const { grade } = require('./run-grade') as typeof import('./run-grade');
      await grade(folder, flags);
    });
}

function toCount(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('Write a whole number from 1 to 99999.');
  return Number(text);
}
