import { CognitoIdentityProviderClient, CreateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { cognitoLab } from '../cli/cognito-lab';
import { labPool } from '../drift/pool';
import { awsEnvironment, type Ran } from '../support/program';
import { validAgainst } from '../support/schemas';

describe('Drift targets in shards', () => {
  let sandbox: RunningServer;
  const folder = mkdtempSync(join(tmpdir(), 'drift-shards-'));
  const run = (...args: string[]): Promise<Ran> => cognitoLab(args, awsEnvironment(sandbox.url), folder);
  const read = (...path: string[]): string =>
    readFileSync(join(folder, ...path), 'utf8').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'DATE');
  const args = ['drift', '--targets', 'targets.json', '--waivers', 'waivers.json', '--format', 'json'];
  const shard = (index: number, output: string, ...more: string[]): Promise<Ran> =>
    run(...args, '--shard', `${index}/2`, '--output', output, ...more);

  before(async () => {
    sandbox = await startServer();
    const targets: object[] = [{ pool: 'eu-west-1_NotThere0', name: 'nobody' }];
    for (const region of ['us-east-1', 'eu-west-1', 'us-east-1']) {
      const owner = new CognitoIdentityProviderClient({
        endpoint: sandbox.url,
        region,
        credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
      });
      const { UserPool } = await owner.send(new CreateUserPoolCommand(labPool));
      targets.push({ pool: UserPool?.Id ?? '', name: `pool ${targets.length}`, region });
    }
    writeFileSync(join(folder, 'targets.json'), JSON.stringify({ targets }));
    const waivers = [{ check: 'app-client', reason: 'Made later', expiry: '2099-01-01' }];
    writeFileSync(join(folder, 'waivers.json'), JSON.stringify({ waivers }));
  });
  after(async () => {
    await sandbox.close();
    rmSync(folder, { recursive: true });
  });

  it('come to the report of one run', async () => {
    const whole = await run(...args, '--output', 'whole.json');
    expect(whole.code, whole.stderr).to.equal(2);
    const codes = [(await shard(1, 'part-1')).code, (await shard(2, 'part-2')).code];
    // All pools of one region are in one part: the one that is not there makes an error of its part alone.
    expect(codes.sort()).to.deep.equal([1, 2]);
    expect(validAgainst('shard-v1', JSON.parse(read('part-1/shard.json')))).to.equal('valid');
    const merged = await run('merge', 'part-2', 'part-1', '--output', 'merged');
    expect(merged.code, merged.stderr).to.equal(2);
    expect(readdirSync(join(folder, 'merged'))).to.deep.equal(['drift.json']);
    expect(read('merged/drift.json')).to.equal(read('whole.json'));
    const { pools } = JSON.parse(read('merged/drift.json')) as { pools: { name: string }[] };
    expect(pools.map(({ name }) => name)).to.deep.equal(['nobody', 'pool 1', 'pool 2', 'pool 3']);
  });

  it('are refused where they are not all of one run', async () => {
    cpSync(join(folder, 'part-2'), join(folder, 'unfinished'), { recursive: true });
    writeFileSync(
      join(folder, 'unfinished/shard.json'),
      JSON.stringify({ schema: 'cognito-lab/shard/v1', finished: false, index: 2, count: 2 }),
    );
    await run(...args.slice(0, 3), '--format', 'json', '--shard', '2/2', '--output', 'no-waivers');
    const refusals: [string[], string][] = [
      [['part-1'], 'A shard is missing: 2/2.'],
      [['part-1', 'unfinished'], 'The shard 2/2 in unfinished is unfinished.'],
      [['part-1', 'no-waivers'], 'they were run with different options.'],
      [['part-1', 'part-2', '--summary', 'summary.md'], '--summary is of a class'],
    ];
    for (const [given, message] of refusals) {
      const { code, stderr } = await run('merge', ...given, '--output', 'never');
      expect([code, existsSync(join(folder, 'never'))], stderr).to.deep.equal([2, false]);
      expect(stderr).to.include(message);
    }
  });

  it('need a file of targets, and a folder for what merge needs', async () => {
    const refusals: [string[], string][] = [
      [['--user-pool-id', 'us-east-1_AbCdEf123', '--shard', '1/2', '--output', 'never'], '--shard needs --targets'],
      [['--targets', 'targets.json', '--shard', '1/2'], '--shard needs --output'],
      [['--targets', 'targets.json', '--shard', '0/2', '--output', 'never'], 'Write I/N, such as 2/3'],
    ];
    for (const [given, message] of refusals) {
      const { code, stderr } = await run('drift', ...given);
      expect(code).to.equal(2);
      expect(stderr).to.include(message);
    }
  });
});
