import { InvalidArgumentError, Option, type Command } from 'commander';
import { allCores, toJobs } from './jobs';
import type { GradeFlags } from './run-grade';

/** Adds `cognito-lab grade` to the program. */
export function declareGrade(program: Command): void {
  program
    .command('grade')
    .description('a class: results, a gradebook, a report')
    .argument('[folder]', 'A folder with one entry a learner, or the download of an LMS, as a folder or a zip archive')
    .option('--roster <file>', 'A CSV file with a line a learner, of our own or as an LMS exports it')
    .requiredOption('--output <folder>', 'where everything goes')
    .option('--rubric <file>', 'Count the points by these weights, deadlines, attempts, extensions and overrides')
    .option('--summary <file>', 'Write the summary of the class in Markdown to this file, too')
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
      new Option('--format <format>', 'of another grader, for each learner beside the result').choices([
        'gradescope',
        'prairielearn',
        'classroom50',
        'exercism',
      ]),
    )
    .addOption(new Option('--keep <which>', 'of several attempts').choices(['best', 'latest']).default('latest'))
    .option('--resume', 'take up an interrupted run: only who has no grade yet is looked at', false)
    .addOption(
      new Option('--user-pool-name <name>', 'the name that the class agreed on; without it any name is right').env(
        'LAB_USER_POOL_NAME',
      ),
    )
    .addOption(
      new Option('--jobs <number>', 'how many processes grade at the same time')
        .argParser(toJobs)
        .default(allCores(), 'all cores'),
    )
    .option('--concurrency <number>', 'how many pools are read at the same time', toCount, 32)
    .option('--time-limit <seconds>', 'the longest that one learner may take', toCount, 60)
    .action(async (folder: string | undefined, flags: GradeFlags) => {
      const { grade } = require('./run-grade') as typeof import('./run-grade');
      await grade(folder, flags);
    });
}

function toCount(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1 to 99999.');
  return Number(text);
}
