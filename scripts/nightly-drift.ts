/**
 * What a workflow does with a report of drift: `ts-node scripts/nightly-drift.ts REPORT.json`. It adds the report to the
 * job's summary, and keeps one issue a pool. The exit code is drift's own: whoever looked has set it already.
 */
import { appendFileSync } from 'node:fs';
import { reportBlocks } from '../support/commands/drift/reports/markdown';
import { fitBlocks, githubLimits } from '../support/commands/drift/github/limits';
import { readPrevious } from '../support/commands/drift/first-seen';
import { syncIssues } from '../support/commands/drift/github/drift-issues';
import { GitHub } from '../support/commands/drift/github/github-client';
import { ExitCode } from '../support/common/exit-code';
import { printError } from '../support/terminal/print-error';
import { Problem } from '../support/common/problem';
import { oneLine } from '../support/common/text/plain-text';

async function main(file = ''): Promise<void> {
  const drift = readPrevious(file);
  if (!drift) throw new Problem(`There is no report in "${file}".`, 'Name what drift --format json --output wrote.');
  const {
    GITHUB_API_URL: url = 'https://api.github.com',
    GITHUB_REPOSITORY: repository,
    GITHUB_TOKEN: token,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_SERVER_URL: server,
    GITHUB_RUN_ID: run,
  } = process.env;
  if (summary) appendFileSync(summary, `${fitBlocks(reportBlocks(drift), githubLimits.summaryBytes - 1)}\n`);
  if (!repository || !token)
    throw new Problem('GITHUB_REPOSITORY and GITHUB_TOKEN are not set.', 'Run this in a workflow, or set both.');
  const runUrl = server && run ? `${server}/${repository}/actions/runs/${run}` : undefined;
  for (const { pool, done, number, problem } of await syncIssues(
    new GitHub({ url, repository, token }),
    drift,
    runUrl,
  )) {
    process.stdout.write(`${oneLine(pool)}: ${number === undefined ? 'no issue' : `issue ${number}`}, ${done}\n`);
    if (!problem) continue;
    printError(problem);
    process.exitCode = ExitCode.error;
  }
}

main(process.argv[2]).catch((error: unknown) => {
  printError(error);
  process.exitCode = ExitCode.error;
});
