import Ajv from 'ajv';
import { expect } from 'chai';
import { sampleLab } from '../../fixtures/results/sample';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readLab } from '../../support/lab/lab-folder';
import { summarizeDrift } from '../../support/commands/drift/summarize-drift';
import { driftFormats, loadDriftReport, type DriftFormat } from '../../support/commands/drift/reports';
import { checksOf } from '../../support/lab/features/catalogue';
import type { Drift, PoolDrift } from '../../support/commands/drift/drift-result';

const seen = '2026-11-23T06:00:00.000Z';
const hostile = 'x\u001b[31m|`<b>@octocat</b>`|\u202e]]>&"';

const changed: PoolDrift = {
  status: 'drift',
  name: 'blue',
  userPoolId: 'us-east-1_AbCdEf123',
  region: 'us-east-1',
  account: '********9012',
  baseline: { file: 'baselines/blue pool.json', takenAt: '2026-11-22T06:00:00.000Z' },
  differences: [
    {
      path: 'UserPool.Policies.PasswordPolicy.MinimumLength',
      kind: 'changed',
      expected: 8,
      actual: 6,
      against: 'baseline',
      breaks: ['password-policy-default'],
      line: 31,
      since: { after: '2026-11-22T06:00:00.000Z', seen },
    },
    {
      path: `UserPool.UserPoolTags[${hostile}]`,
      kind: 'added',
      actual: hostile,
      against: 'baseline',
      breaks: [],
      since: { seen },
    },
    {
      path: 'Users[].Attributes.email',
      kind: 'changed',
      expected: 'at least one',
      actual: 'none',
      against: 'lab',
      breaks: ['user-created'],
      since: { seen },
    },
    { path: 'UserPool.Name', kind: 'removed', expected: 'keke', against: 'baseline', breaks: [], since: { seen } },
  ],
  unread: [],
  checks: { 'password-policy-default': 'failed' },
  accepted: ['app-client'],
};
const same: PoolDrift = { ...changed, name: 'green', status: 'same', differences: [], accepted: [] };
const closed: PoolDrift = {
  ...same,
  name: 'red',
  status: 'error',
  unread: [{ parts: ['UserPoolClients', 'app-client'], reason: 'No permission.', remedy: 'Ask for it.' }],
};

const lineOfScenario = (id: string): number => {
  const check = checksOf(readLab().catalogue).find((each) => each.id === id);
  return Number(check?.place.split(':').at(-1));
};

const report = (...pools: PoolDrift[]): Drift =>
  summarizeDrift(pools, {
    about: 'pools',
    now: seen,
    lab: sampleLab,
    waivers: [
      { path: 'UserPool.Name', reason: 'renamed', owner: 'Ann', expiry: '2027-01-31' },
      { check: 'mfa-off', reason: 'old', expiry: '2026-01-31' },
    ],
  });

const options = { colour: false, width: 80, unicode: true, checks: checksOf(readLab().catalogue) };
const text = (format: DriftFormat, ...pools: PoolDrift[]): string => loadDriftReport(format)(report(...pools), options);

describe('A drift report', () => {
  for (const format of driftFormats)
    it(`tells every pool, every difference and every hole, and is harmless to show: ${format}`, () => {
      const told = text(format, changed, same, closed);
      for (const word of ['MinimumLength', 'Users[].Attributes.email', 'No permission.', 'Ask for it.', 'UserPoolTags'])
        expect(told, word).to.contain(word);
      for (const character of ['\u001b', '\u202e']) expect(told).not.to.contain(character);
      expect(told.endsWith('\n')).to.be.true;
    });

  it('says in words what there is in all', () => {
    expect(text('pretty', changed)).to.contain('Drift: 3 differences, 1 waived.');
    expect(text('pretty', same)).to.contain('Drift: no difference.');
    expect(text('pretty', closed)).to.contain('Drift: 2 parts could not be checked.');
    expect(text('pretty', changed, same, closed).replace(/\s+/g, ' ')).to.contain(
      'Drift: 3 pools: 1 with drift, 1 could not be checked completely, 1 as they should be.',
    );
  });

  for (const format of driftFormats.filter((each) => each !== 'json'))
    it(`names waivers that expired, and what to do: ${format}`, () => {
      const told = text(format, changed).replace(/`/g, '').replace(/\s+/g, ' ');
      expect(told).to.contain('Waiver expired: check mfa-off, until 2026-01-31: old. Renew it, or put right');
      expect(told).not.to.match(/Waiver (used|unknown)/);
    });

  it('calls no waiver unused of which nobody can know', () => {
    const waivers = [{ check: 'mfa-off', reason: 'new', expiry: '2027-01-31' }];
    const stateOf = (...pools: PoolDrift[]) =>
      summarizeDrift(pools, { about: 'pools', now: seen, lab: sampleLab, waivers }).waivers[0]?.state;
    expect(stateOf(changed, same)).to.equal('unused');
    expect(stateOf(changed, closed)).to.equal('unknown');
  });

  it('names who waived what', () => {
    expect(text('pretty', changed)).to.contain('until 2027-01-31 (Ann): renamed');
  });

  it('keeps a table of Markdown a table, and links and notifies nobody', () => {
    const rows = text('markdown', changed)
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    expect(rows).to.have.lengthOf(3);
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).to.have.lengthOf(7);
    const shown = text('markdown', changed).replace(/^`{5}\n[^]*?\n`{5}$/m, '');
    expect(shown.replace(/`[^`]*`/g, '')).not.to.match(/[^\\]<b>|https?:/);
  });

  it('is JUnit that fits the schema: a difference fails, a hole is an error, what is waived is skipped', async () => {
    const { XmlDocument, XsdValidator } = await import('libxml2-wasm');
    const schema = join(__dirname, '../../fixtures/schemas/junit.xsd');
    const validator = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(schema)));
    const document = XmlDocument.fromString(text('junit', changed, same, closed));
    expect(() => validator.validate(document)).not.to.throw();
    const count = (path: string): number => document.find(path).length;
    expect([count('//failure'), count('//error'), count('//skipped'), count('//testcase')]).to.deep.equal([3, 1, 2, 9]);
    document.dispose();
    validator.dispose();
  });

  it('ends with what to do next: put it right, waive it, or take it for the baseline', () => {
    for (const format of ['pretty', 'markdown'] as const) {
      const told = text(format, changed);
      expect(told, format).to.match(/Put it right: [^]*Or waive it [^]*Or take the pool as it is for the baseline/);
      expect(told).to.include(
        "drift --user-pool-id us-east-1_AbCdEf123 --baseline 'baselines/blue pool.json' --update-baseline",
      );
      const [file = ''] = /\{"waivers"[^]*?\n *\]\}/.exec(told) ?? [];
      const { waivers } = JSON.parse(file) as { waivers: Record<string, string>[] };
      expect(waivers.map(({ path }) => path)).to.deep.equal(
        changed.differences.filter(({ path }) => path !== 'UserPool.Name').map(({ path }) => path),
      );
      for (const waiver of waivers) expect(waiver).to.deep.include({ reason: '', expiry: '2026-12-23' });
      expect(text(format, same)).not.to.match(/Put it right/);
    }
  });

  it('has no line that a CI runner takes for a command', () => {
    const evil = '::error::x ##vso[task.complete]done';
    const [difference] = changed.differences;
    const pool = {
      ...changed,
      name: evil,
      differences: difference ? [{ ...difference, note: evil, path: `${evil}` }] : [],
    };
    for (const format of driftFormats) expect(text(format, pool), format).not.to.match(/^\s*::|##\w*\[/m);
  });

  describe('as SARIF', () => {
    interface Log {
      runs: {
        tool: { driver: { rules: { id: string; help: { text: string } }[] } };
        invocations: { executionSuccessful: boolean; toolExecutionNotifications: object[] }[];
        results: {
          ruleId: string;
          ruleIndex: number;
          level: string;
          suppressions?: object[];
          partialFingerprints: Record<string, string>;
          locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
        }[];
      }[];
    }
    const schemaFile = join(
      dirname(require.resolve('@microsoft/jest-sarif/package.json')),
      'lib/schemas/sarif-2.1.0-rtm.5.json',
    );
    // The schema is of draft 4, whose words that it uses mean the same today but for its own name.
    const { id: _, $schema: _1, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    const log = (...pools: PoolDrift[]): Log => JSON.parse(text('sarif', ...pools)) as Log;

    it('is valid, whatever there is to tell', () => {
      for (const pools of [[changed], [same], [closed], [changed, same, closed], []])
        expect(validate(log(...pools)), JSON.stringify(validate.errors)).to.be.true;
      expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).to.be.false;
    });

    it('puts a default that is another at the file that has it on record', () => {
      const placeOf = (path: string): string | undefined => {
        const [difference] = changed.differences;
        const differences = difference ? [{ ...difference, path, against: 'defaults' as const, line: undefined }] : [];
        const [result] = log({ ...changed, differences }).runs[0]?.results ?? [];
        return result?.locations[0]?.physicalLocation.artifactLocation.uri;
      };
      expect(placeOf('UserPool.DeletionProtection')).to.equal('fixtures/defaults/user-pool.json');
      expect(placeOf('UserPoolClients[kekeclient].AuthSessionValidity')).to.equal('fixtures/defaults/app-client.json');
      expect(placeOf('MfaConfig.MfaConfiguration')).to.equal('fixtures/defaults/mfa-config.json');
    });

    it('puts each difference at its line of the baseline, or at the feature that asks for it', () => {
      const places = log(changed).runs[0]?.results.map(({ locations: [at] }) => [
        at?.physicalLocation.artifactLocation.uri,
        at?.physicalLocation.region.startLine,
      ]);
      expect(places).to.deep.equal([
        ['baselines/blue%20pool.json', 31],
        ['baselines/blue%20pool.json', 1],
        ['features/task-8.feature', lineOfScenario('user-created')],
        ['baselines/blue%20pool.json', 1],
      ]);
    });

    it('calls what breaks the lab an error, suppresses what is waived, and keeps fingerprints', () => {
      const [results, again] = [log(changed), log(changed)].map(({ runs }) => runs[0]?.results ?? []);
      expect(results?.map(({ level }) => level)).to.deep.equal(['error', 'warning', 'error', 'warning']);
      expect(results?.map(({ suppressions }) => suppressions?.length ?? 0)).to.deep.equal([0, 0, 0, 1]);
      const prints = (list: typeof results): string[] =>
        (list ?? []).flatMap(({ partialFingerprints }) => Object.values(partialFingerprints));
      expect(prints(results)).to.deep.equal(prints(again));
      expect(new Set(prints(results)).size).to.equal(4);
      for (const { partialFingerprints } of results ?? [])
        expect(Object.keys(partialFingerprints)).to.deep.equal(['primaryLocationLineHash']);
    });

    it('has a rule with a help text for each check, and every result names one of the rules', () => {
      const [run] = log(changed).runs;
      const rules = run?.tool.driver.rules ?? [];
      expect(rules.map(({ id }) => id)).to.include.members(['drift/baseline', 'check/user-created', 'check/mfa-off']);
      for (const { id, help } of rules) expect(help.text, id).not.to.equal('');
      for (const { ruleId, ruleIndex } of run?.results ?? []) expect(rules[ruleIndex]?.id).to.equal(ruleId);
      expect(run?.results.map(({ ruleId }) => ruleId)).to.deep.equal([
        'check/password-policy-default',
        'drift/baseline',
        'check/user-created',
        'drift/baseline',
      ]);
    });

    it('does not call a run successful that could not look', () => {
      expect(log(closed).runs[0]?.invocations[0]).to.deep.include({ executionSuccessful: false });
      expect(log(changed).runs[0]?.invocations[0]).to.deep.include({ executionSuccessful: true });
    });
  });
});
