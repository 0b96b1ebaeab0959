/**
 * Patterns that CI runners execute as commands when they occur in a log:
 *
 * - GitHub Actions: `::name::` at the start of a line, after white space; `##[name]` anywhere in it (actions/runner,
 *   ActionCommand.TryParseV2 and TryParse);
 * - Azure Pipelines: `##vso[…]` and `##[…]`; TeamCity: `##teamcity[…]`.
 */
const commands = /^([^\S\r\n\u2028\u2029]*):(?=:)|##(?=\w*\[)/gm;

/**
 * Escapes untrusted text for a log, so that no line is a command to a CI runner. The text stays readable: a blank is
 * inserted between the first two characters of a command.
 */
export const inertInLogs = (text: string): string =>
  text.replace(commands, (_, blanks?: string) => (blanks === undefined ? '# #' : `${blanks}: `));
