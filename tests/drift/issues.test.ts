import { expect } from 'chai';
import { sampleLab } from '../../fixtures/results/sample';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Difference, Drift, PoolDrift } from '../../support/commands/drift/drift-result';
import { summarizeDrift } from '../../support/commands/drift/summarize-drift';
import { syncIssues, label, type Done } from '../../support/commands/drift/github/drift-issues';
import { GitHub } from '../../support/commands/drift/github/github-client';
import { Problem } from '../../support/common/problem';
import { run } from '../support/program';
import { GitHubStandIn } from './github-stand-in';

const seen = '2026-11-23T06:00:00.000Z';

const difference = (path: string): Difference => ({
  path,
  kind: 'changed',
  expected: 1,
  actual: 2,
  against: 'baseline',
  breaks: [],
  since: { seen },
});
const pool = (id: string, ...paths: string[]): PoolDrift => ({
  status: 'same',
  userPoolId: `us-east-1_${id}`,
  differences: paths.map(difference),
  unread: [],
  checks: {},
  accepted: [],
});
const unread = (id: string, ...paths: string[]): PoolDrift => ({
  ...pool(id, ...paths),
  unread: [{ parts: ['MfaConfig'], reason: 'No permission.' }],
});
const report = (...pools: PoolDrift[]): Drift =>
  summarizeDrift(pools, { about: 'pools', waivers: [], now: seen, lab: sampleLab });

describe('The issues of drift', () => {
  let standIn: GitHubStandIn;
  let url: string;
  let github: GitHub;
  beforeEach(async () => {
    standIn = new GitHubStandIn();
    url = await standIn.start();
    github = newGitHub();
  });
  afterEach(() => standIn.stop());

  const newGitHub = (): GitHub =>
    new GitHub({ url, repository: 'keke/lab', token: standIn.token, waits: [1, 1, 1], patience: 50 });

  const keep = async (...pools: PoolDrift[]): Promise<Done['done'][]> =>
    (await syncIssues(github, report(...pools), 'https://github.example/run/1')).map(({ done }) => done);
  const states = (): string[] => standIn.issues.map(({ state }) => state);

  it('are opened, updated, closed and reopened, one a pool, never two', async () => {
    expect(await keep(pool('A', 'UserPool.Name'))).to.deep.equal(['opened']);
    expect(await keep(pool('A', 'UserPool.Name'))).to.deep.equal(['left as it is']);
    expect(await keep(pool('A', 'UserPool.Name', 'UserPool.MfaConfiguration'))).to.deep.equal(['updated']);
    expect(standIn.issues[0]?.body).to.contain('UserPool.MfaConfiguration');
    expect(await keep(pool('A'))).to.deep.equal(['closed']);
    expect(states()).to.deep.equal(['closed']);
    expect(await keep(pool('A'))).to.deep.equal(['left as it is']);
    expect(await keep(pool('A', 'UserPool.Name'))).to.deep.equal(['reopened']);
    expect(states()).to.deep.equal(['open']);
    expect(standIn.issues[0]?.body).not.to.contain('UserPool.MfaConfiguration');
    expect(standIn.issues[0]?.comments).to.deep.equal([
      'The user pool is as it should be again. Seen in https://github.example/run/1.',
      'The user pool differs again, or still does. What is meant to differ belongs into the waivers or into a new baseline. Seen in https://github.example/run/1.',
    ]);
    expect(standIn.issues[0]?.labels).to.deep.equal([label]);
  });

  it('are one for each pool, and none for those that are as they should be', async () => {
    const done = await keep(
      pool('A', 'UserPool.Name'),
      pool('B'),
      pool('C', 'UserPool.Name'),
      pool('A0', 'UserPool.Name'),
    );
    expect(done).to.deep.equal(['opened', 'left as it is', 'opened', 'opened']);
    expect(standIn.issues.map(({ title }) => title)).to.deep.equal([
      'Drift: us-east-1_A',
      'Drift: us-east-1_C',
      'Drift: us-east-1_A0',
    ]);
  });

  it('stay as they are where nobody could look: that is neither drift nor recovery', async () => {
    expect(await keep(unread('A'))).to.deep.equal(['left as it is']);
    await keep(pool('A', 'UserPool.Name'));
    expect(await keep(unread('A'))).to.deep.equal(['left as it is']);
    expect(states()).to.deep.equal(['open']);
    expect(await keep(unread('A', 'UserPool.MfaConfiguration'))).to.deep.equal(['updated']);
  });

  it('are found behind any number of others, and never taken from somebody else', async () => {
    await keep(pool('A', 'UserPool.Name'));
    const [own] = standIn.issues.splice(0);
    for (let number = 1; number <= 250; number++) standIn.add({ labels: [label], title: `Drift: us-east-1_${number}` });
    standIn.add({ body: own?.body ?? '', labels: [] });
    standIn.add({ body: own?.body ?? '', labels: [label], pull_request: {} });
    standIn.add({ body: `quoted:\n${own?.body}`, labels: [label] });
    expect(await keep(pool('A', 'UserPool.Name'))).to.deep.equal(['opened']);
    expect(await keep(pool('A', 'UserPool.Name'))).to.deep.equal(['left as it is']);
    expect(standIn.issues).to.have.lengthOf(254);
  });

  it('cannot be led astray by what somebody called a tag', async () => {
    await keep(pool('B', 'UserPool.Name'));
    const marker = standIn.issues[0]?.body?.split('\n')[0] ?? '';
    await keep(pool('A', `UserPool.UserPoolTags[${marker} @octocat]`));
    expect(await keep(pool('B'))).to.deep.equal(['closed']);
    expect(states()).to.deep.equal(['closed', 'open']);
    expect(standIn.issues[1]?.body?.replace(/`[^`]*`/g, '')).not.to.contain('@octocat');
  });

  it('are no longer than GitHub takes', async () => {
    await keep(pool('A', ...Array.from({ length: 3000 }, (_, number) => `UserPool.UserPoolTags[tag-${number}]`)));
    expect(standIn.issues[0]?.body?.length).to.be.lessThan(65_536);
    expect(standIn.issues[0]?.body).to.contain('This is not all');
  });

  it('say what GitHub refused, without the token', async () => {
    standIn.spoil = () => ({ status: 403, body: { message: 'Resource not accessible by integration' } });
    const problem = await keep(pool('A', 'UserPool.Name')).catch((error: unknown) => error);
    expect(problem).to.be.instanceOf(Problem);
    expect((problem as Problem).message).to.match(/refused to GET issues \(HTTP 403\).*not accessible/);
    expect(JSON.stringify(problem)).not.to.contain(standIn.token);
  });

  it('are one for a pool that several targets name, and it recovers when it does for all of them', async () => {
    expect(await keep(pool('A', 'UserPool.Name'), pool('A', 'UserPool.MfaConfiguration'))).to.deep.equal(['opened']);
    expect(standIn.issues[0]?.body).to.contain('UserPool.Name').and.contain('UserPool.MfaConfiguration');
    expect(await keep(pool('A'), pool('A', 'UserPool.MfaConfiguration'))).to.deep.equal(['updated']);
    expect(await keep(pool('A'), unread('A'))).to.deep.equal(['left as it is']);
    expect(await keep(pool('A'), pool('A'))).to.deep.equal(['closed']);
    expect(states()).to.deep.equal(['closed']);
  });

  it('are one after two runs at the same time, too', async () => {
    const drift = report(pool('A', 'UserPool.Name'), pool('B', 'UserPool.Name'));
    await Promise.all([syncIssues(newGitHub(), drift), syncIssues(newGitHub(), drift), syncIssues(newGitHub(), drift)]);
    const open = standIn.issues.filter(({ state }) => state === 'open').map(({ title }) => title);
    expect(open).to.have.members(['Drift: us-east-1_A', 'Drift: us-east-1_B']);
    expect(await keep(pool('A', 'UserPool.Name'), pool('B', 'UserPool.Name'))).to.deep.equal([
      'left as it is',
      'left as it is',
    ]);
  });

  it('that somebody doubled by hand are one again', async () => {
    await keep(pool('A', 'UserPool.Name'));
    standIn.add({ ...standIn.issues[0], number: 2, comments: [] });
    expect(await keep(pool('A', 'UserPool.Name'))).to.deep.equal(['left as it is']);
    expect(states()).to.deep.equal(['open', 'closed']);
    expect(standIn.issues[1]?.comments).to.deep.equal(['This is the same as #1.']);
  });

  it('that somebody closed by hand are reopened while the pool differs', async () => {
    await keep(pool('A', 'UserPool.Name'));
    Object.assign(standIn.issues[0] ?? {}, { state: 'closed' });
    expect(await keep(pool('A', 'UserPool.Name'))).to.deep.equal(['reopened']);
    expect(standIn.issues).to.have.lengthOf(1);
  });

  const passing: Record<string, { status: number; headers?: Record<string, string>; body?: object }> = {
    'an error of its own': { status: 502 },
    'a primary rate limit': { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '0' } },
    'a secondary rate limit': {
      status: 403,
      body: { message: 'You have exceeded a secondary rate limit.' },
    },
    'too many requests': { status: 429, headers: { 'retry-after': '0' } },
  };
  for (const [what, answer] of Object.entries(passing))
    it(`are kept all the same where GitHub answers each call once with ${what}`, async () => {
      const seenCalls = new Set<string>();
      standIn.spoil = (call) => {
        if (seenCalls.has(call)) return undefined;
        seenCalls.add(call);
        return { body: {}, ...answer };
      };
      expect(await keep(pool('A', 'UserPool.Name'))).to.deep.equal(['opened']);
      expect(await keep(pool('A'))).to.deep.equal(['closed']);
      expect(standIn.issues).to.have.lengthOf(1);
      expect(standIn.issues[0]?.comments).to.have.lengthOf(1);
    });

  it('are not two where GitHub opened one and the answer was lost', async () => {
    standIn.spoil = (call, carryOut) => {
      if (call !== 'POST issues') return undefined;
      carryOut();
      return { status: 500, body: {} };
    };
    expect(await keep(pool('A', 'UserPool.Name'))).to.deep.equal(['opened']);
    expect(standIn.issues).to.have.lengthOf(1);
  });

  it('of other pools are kept where one cannot be', async () => {
    standIn.spoil = (call) => (call === 'PATCH issues/1' ? { status: 410, body: { message: 'gone' } } : undefined);
    await keep(pool('A', 'UserPool.Name'));
    const done = await syncIssues(github, report(pool('A'), pool('B', 'UserPool.Name')));
    expect(done.map((each) => each.done)).to.deep.equal(['could not be kept', 'opened']);
    expect(done[0]?.problem?.message).to.contain('HTTP 410');
  });

  it('wait no longer than a job can, and say until when GitHub wants to be left alone', async () => {
    standIn.spoil = () => ({ status: 429, body: { message: 'slow down' }, headers: { 'retry-after': '3600' } });
    const problem = await keep(pool('A', 'UserPool.Name')).catch((error: unknown) => error);
    expect(problem).to.be.instanceOf(Problem);
    expect((problem as Problem).remedy).to.match(/rate limit.*3600 seconds/);
    expect(standIn.asked).to.have.lengthOf(1);
  });

  it('are kept by the script of the workflow, which fills in the summary of the job', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nightly-'));
    const [file, summary] = [join(folder, 'drift.json'), join(folder, 'summary.md')];
    try {
      writeFileSync(file, JSON.stringify(report(pool('A', 'UserPool.Name'))));
      const root = join(__dirname, '../..');
      const args = ['-r', 'ts-node/register', join(root, 'scripts/nightly-drift.ts'), file];
      const env = {
        ...process.env,
        GITHUB_API_URL: url,
        GITHUB_REPOSITORY: 'keke/lab',
        GITHUB_TOKEN: standIn.token,
        GITHUB_STEP_SUMMARY: summary,
      };
      const { code, stdout, stderr } = await run(process.execPath, args, { env, cwd: root });
      expect(code, stderr).to.equal(0);
      expect(stdout).to.equal('us-east-1_A: issue 1, opened\n');
      expect(readFileSync(summary, 'utf8')).to.contain('## ❌ Drift: 1 difference');
      expect(states()).to.deep.equal(['open']);
      const failed = await run(process.execPath, args, { env: { ...env, GITHUB_TOKEN: 'wrong' }, cwd: root });
      expect(failed.code).to.equal(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
