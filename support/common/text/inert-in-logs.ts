/**
 * What the runners of CI systems take for commands when it is in a log:
 *
 * - GitHub Actions: `::name::` at the start of a line, after white space; `##[name]` anywhere in it
 *   (actions/runner, ActionCommand.TryParseV2 and TryParse);
 * - Azure Pipelines: `##vso[…]` and `##[…]`; TeamCity: `##teamcity[…]`.
 */
const commands = /^([^\S\r\n\u2028\u2029]*):(?=:)|##(?=\w*\[)/gm;

/**
 * Text for a log, in which no line is a command to a CI runner, whoever wrote it. It stays readable: a blank goes
 * between the two characters that begin a command.
 */
export const inertInLogs = (text: string): string =>
  text.replace(commands, (_, blanks?: string) => (blanks === undefined ? '# #' : `${blanks}: `));
