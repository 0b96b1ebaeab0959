import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Drift } from '../../support/commands/drift/drift-result';
import { driftFormats } from '../../support/commands/drift/reports';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { cognitoLab } from '../cli/cognito-lab';
import { startSts, type StsStandIn } from '../cli/sts-stand-in';
import { awsEnvironment, type Ran } from '../support/program';
import { labPool } from './pool';

const accounts = ['123456789012', '111122223333', '777788889999', '444455556666'] as const;
const [own, one, two, other] = accounts;
const roleOf = (account: string): string => `arn:aws:iam::${account}:role/reader`;
const denied = roleOf(other);

describe('drift of pools in several accounts', () => {
  let sandbox: RunningServer;
  let sts: StsStandIn;
  let folder: string;
  const ids: string[] = [];

  before(async () => {
    sandbox = await startServer();
    sts = await startSts(own, (role) => role === denied);
    folder = mkdtempSync(join(tmpdir(), 'drift-roles-'));
    const owner = new CognitoIdentityProviderClient({
      endpoint: sandbox.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
    });
    for (let number = 0; number < 3; number++) {
      const { UserPool } = await owner.send(new CreateUserPoolCommand(labPool));
      await owner.send(new CreateUserPoolClientCommand({ UserPoolId: UserPool?.Id, ClientName: 'kekeclient' }));
      ids.push(UserPool?.Id ?? '');
    }
    const targets = [
      { pool: ids[0], name: 'own' },
      { pool: ids[1], name: 'one', role: roleOf(one), externalId: 'class-7' },
      { pool: ids[2], name: 'two', role: roleOf(two) },
      { pool: 'us-east-1_AbCdEf123', name: 'denied', role: denied },
    ];
    writeFileSync(join(folder, 'targets.json'), JSON.stringify({ targets }));
  });
  after(async () => {
    await sandbox.close();
    await sts.close();
    rmSync(folder, { recursive: true });
  });

  const drift = (...args: string[]): Promise<Ran> =>
    cognitoLab(
      ['drift', '--targets', 'targets.json', ...args],
      awsEnvironment(sandbox.url, { AWS_ENDPOINT_URL_STS: sts.url }),
      folder,
    );

  it('assumes each role in a session named for it, and one that is denied keeps no other from being looked at', async () => {
    const { code, stdout, stderr } = await drift('--format', 'json');
    expect(code, stderr).to.equal(2);
    const { pools } = JSON.parse(stdout) as Drift;
    // Nobody was created in them: the lab asks for one.
    expect(pools.map(({ name, status }) => [name, status])).to.deep.equal([
      ['own', 'drift'],
      ['one', 'drift'],
      ['two', 'drift'],
      ['denied', 'error'],
    ]);
    const assumed = sts.asked.filter(({ Action }) => Action === 'AssumeRole');
    expect(assumed.map(({ RoleArn, RoleSessionName, ExternalId }) => [RoleArn, RoleSessionName, ExternalId]))
      .to.have //
      .deep.members([
        [roleOf(one), 'cognito-lab-drift', 'class-7'],
        [roleOf(two), 'cognito-lab-drift', undefined],
        [denied, 'cognito-lab-drift', undefined],
      ]);
    const { reason, remedy } = pools[3]?.unread[0] ?? {};
    expect(reason).to.include('arn:aws:iam::********6666:role/reader').and.include('AccessDenied');
    expect(remedy).to.include('targets file').and.not.include('roster').and.not.include('grade');
    for (const account of accounts) expect(stdout).not.to.include(account);
  });

  for (const format of driftFormats)
    it(`tells of all of them in one report: ${format}`, async () => {
      const { code, stdout } = await drift('--format', format);
      expect(code).to.equal(2);
      for (const name of ['own', 'one', 'two', 'denied']) expect(stdout).to.match(new RegExp(`\\b${name}\\b`));
      for (const account of accounts) expect(stdout).not.to.include(account);
    });
});
