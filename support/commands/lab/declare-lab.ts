import { Option, type Command } from 'commander';
import { packageFolder } from '../../common/package-folder';
import type { InitFlags } from './init-lab';
import type { TestFlags } from './run-lab-test';

/** Adds `cognito-lab lab` and its commands to the program. */
export function declareLab(program: Command): void {
  const lab = program
    .command('lab')
    .description('Makes a lab, checks its words, and proves that its checks catch what they must');
  lab
    .command('init')
    .description('Makes a new lab that passes "lab test"')
    .argument('<folder>', 'A new folder, or an empty one')
    .option('--title <title>', 'The title of the lab (asked for in a terminal)')
    .option('--client <name>', 'The name of its app client (asked for in a terminal)')
    .action(async (folder: string, flags: InitFlags) => {
      const { initLab } = require('./init-lab') as typeof import('./init-lab');
      await initLab(folder, flags);
    });
  lab
    .command('steps')
    .description('Lists every phrase that a feature can say')
    .addOption(
      new Option('--format <format>', 'Write the list in this format')
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .action((flags: { format: 'text' | 'json' | 'markdown' }) => {
      const { labSteps } = require('./lab-steps') as typeof import('./lab-steps');
      labSteps(flags.format);
    });
  lab
    .command('lint')
    .description('Lists every fault of a lab, with its place and what to write instead')
    .argument('[folder]', 'The folder of the lab (default: LAB_DIR, else the lab of cognito-lab)')
    .addOption(
      new Option('--format <format>', 'Write the list in this format').choices(['text', 'json']).default('text'),
    )
    .action((folder: string | undefined, flags: { format: 'text' | 'json' }) => {
      const { lintCommand } = require('./lint-command') as typeof import('./lint-command');
      lintCommand(folderOf(folder), flags.format);
    });
  lab
    .command('test')
    .description("Proves that a lab's checks pass what is right and catch what is wrong, on the simulated Cognito")
    .argument('[folder]', 'The folder of the lab (default: LAB_DIR, else the lab of cognito-lab)')
    .option('--seed <number>', 'Run the checks in the random orders of this number')
    .addOption(
      new Option('--format <format>', 'Write the report in this format')
        .choices(['text', 'json', 'junit'])
        .default('text'),
    )
    .option('--output <file>', 'Write the report to this file instead of standard output')
    .action(async (folder: string | undefined, flags: TestFlags) => {
      const { labTest } = require('./run-lab-test') as typeof import('./run-lab-test');
      await labTest(folderOf(folder), flags);
    });
  lab
    .command('policy')
    .description('Prints the IAM policy with the permissions that checking by a lab needs')
    .argument('[folder]', 'The folder of the lab (default: LAB_DIR, else the lab of cognito-lab)')
    .option('--provision', 'Also allow what "check --target aws" calls: making pools, and the behaviour checks', false)
    .action((folder: string | undefined, flags: { provision: boolean }) => {
      const { labPolicy } = require('./lab-policy') as typeof import('./lab-policy');
      labPolicy(folderOf(folder), flags.provision);
    });
}

const folderOf = (given?: string): string => given ?? process.env.LAB_DIR ?? packageFolder;
