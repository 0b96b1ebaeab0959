import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { assumeRole } from '../../support/aws/assume-role';
import type { ClassSummary } from '../../support/lab/result/class-result';
import type { LearnerResult } from '../../support/commands/grade/learner-result';
import { cognitoLab } from '../cli/cognito-lab';
import { awsEnvironment } from '../support/program';
import { missingForMoto, startMoto, type Emulator } from './emulator';
import { skipWithout } from './rig';

const region = 'us-east-1';
const roleOf = (account: string): string => `arn:aws:iam::${account}:role/lab`;

describe('grade on moto, with the accounts of several learners', function () {
  let moto: Emulator;
  let place: string;
  before(async function () {
    skipWithout(this, await missingForMoto());
    moto = await startMoto();
    place = mkdtempSync(join(tmpdir(), 'grade-moto-'));
  });
  after(async () => {
    await (moto as Emulator | undefined)?.stop();
    rmSync(place, { recursive: true, force: true });
  });

  const environment = (): NodeJS.ProcessEnv => awsEnvironment(moto.url, { AWS_ENDPOINT_URL: moto.url });

  /** A right pool in an account of a learner's. */
  async function makePool(account: string): Promise<string> {
    const before = { ...process.env };
    Object.assign(process.env, environment());
    const { credentials } = await assumeRole({ roleArn: roleOf(account), region }, 'grade');
    process.env = before;
    const client = new CognitoIdentityProviderClient({ region, endpoint: moto.url, credentials });
    const { UserPool } = await client.send(
      new CreateUserPoolCommand({
        PoolName: 'keke',
        UsernameAttributes: ['email'],
        AutoVerifiedAttributes: ['email'],
        Schema: ['name', 'preferred_username', 'phone_number'].map((Name) => ({
          Name,
          Required: true,
          AttributeDataType: 'String' as const,
        })),
      }),
    );
    const UserPoolId = UserPool?.Id;
    await client.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'kekeclient', GenerateSecret: true }));
    const UserAttributes = [{ Name: 'email', Value: 'keke@example.com' }];
    await client.send(new AdminCreateUserCommand({ UserPoolId, Username: 'keke@example.com', UserAttributes }));
    return UserPoolId ?? '';
  }

  it('reads each by its role, and takes no account for another', async () => {
    const [one, two] = [await makePool('111111111111'), await makePool('222222222222')];
    const rows = [
      `one,${one},${roleOf('111111111111')},class-7,111111111111`,
      `two,${two},${roleOf('222222222222')},class-7,222222222222`,
      `liar,${two},${roleOf('222222222222')},class-7,333333333333`,
      `elsewhere,${one},${roleOf('222222222222')},class-7,`,
    ];
    writeFileSync(
      join(place, 'roster.csv'),
      ['student,user_pool_id,role_arn,external_id,account_id', ...rows].join('\n'),
    );
    // moto loses an account now and then when it is asked for two at once.
    const args = ['grade', '--roster', 'roster.csv', '--output', 'out', '--concurrency', '1'];
    const { code, stderr } = await cognitoLab(args, environment(), place);
    expect(code, stderr).to.equal(2);
    const read = (name: string): unknown => JSON.parse(readFileSync(join(place, 'out', name), 'utf8'));
    const { learners, shared } = read('summary.json') as ClassSummary;
    const reasons = JSON.stringify(learners.map(({ student, reasons: [first] }) => [student, first?.reason]));
    const stands = learners.map(({ student, status, passed, evidence }) => [student, status, passed, evidence]);
    expect(stands, reasons).to.deep.equal([
      ['one', 'graded', true, 'verified'],
      ['two', 'graded', true, 'verified'],
      ['liar', 'error', undefined, 'verified'],
      ['elsewhere', 'error', undefined, 'verified'],
    ]);
    expect(learners[2]?.reasons[0]?.reason).to.include('STS reports the account ********2222');
    expect(shared.find(({ kind }) => kind === 'account')?.students).to.deep.equal(['two', 'elsewhere']);
    const { provenance, target } = read('results/one.json') as LearnerResult;
    expect(target).to.include({ kind: 'aws', account: '********1111' });
    expect(provenance.calls.map(({ operation }) => operation)).to.have.members([
      'AssumeRole',
      'GetCallerIdentity',
      'DescribeUserPool',
      'ListIdentityProviders',
      'ListUserPoolClients',
      'DescribeUserPoolClient',
      'ListUsers',
    ]);
    const summary = readFileSync(join(place, 'out/summary.json'), 'utf8');
    for (const account of ['111111111111', '222222222222', '333333333333']) expect(summary).not.to.include(account);
  });
});
