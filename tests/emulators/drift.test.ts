import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Difference, Drift } from '../../support/commands/drift/drift-result';
import { startServer } from '../../support/simulator/server/start-server';
import { cognitoLab } from '../cli/cognito-lab';
import { awsEnvironment, isInstalled } from '../support/program';
import { AwsCli } from './aws-cli-process';
import { missingForMoto, startMoto, type Emulator } from './emulator';
import { skipWithout } from './rig';

interface Change {
  what: string;
  /** Commands of the AWS CLI; POOL, CLIENT and ARN stand for what they are of. */
  commands: string[];
  /** Each difference as `kind path`. */
  found: string[];
  before?: string[];
}

const google =
  'create-identity-provider --user-pool-id POOL --provider-name Google --provider-type Google ' +
  '--provider-details client_id=lab,client_secret=nobody-may-see-it,authorize_scopes=openid';

/** What an update says again, so that it changes one thing only: what is left out may be reset. */
const keep = 'update-user-pool --user-pool-id POOL --auto-verified-attributes email --user-pool-tags team=blue';

const changes: Change[] = [
  {
    what: 'a shorter password',
    commands: [
      `${keep} --policies PasswordPolicy={MinimumLength=6,RequireUppercase=true,RequireLowercase=true,RequireNumbers=true,RequireSymbols=true,TemporaryPasswordValidityDays=7}`,
    ],
    found: ['changed UserPool.Policies.PasswordPolicy.MinimumLength'],
  },
  {
    what: 'a trigger',
    commands: [`${keep} --lambda-config PreSignUp=arn:aws:lambda:us-east-1:123456789012:function:spy`],
    found: ['added UserPool.LambdaConfig.PreSignUp'],
  },
  {
    what: 'a tag more',
    commands: [`${keep},term=autumn`],
    found: ['added UserPool.UserPoolTags[term]'],
  },
  {
    what: 'a custom attribute',
    commands: [
      'add-custom-attributes --user-pool-id POOL --custom-attributes Name=team,AttributeDataType=String,Mutable=true',
    ],
    found: ['added UserPool.SchemaAttributes[custom:team]'],
  },
  {
    what: 'a second factor',
    commands: [
      'set-user-pool-mfa-config --user-pool-id POOL --mfa-configuration OPTIONAL --software-token-mfa-configuration Enabled=true',
    ],
    found: ['changed UserPool.MfaConfiguration', 'added MfaConfig.SoftwareTokenMfaConfiguration.Enabled'],
  },
  {
    what: 'another app client',
    commands: ['create-user-pool-client --user-pool-id POOL --client-name other'],
    found: ['added UserPoolClients[NEW]'],
  },
  {
    what: 'other ways to sign in',
    commands: [
      'update-user-pool-client --user-pool-id POOL --client-id CLIENT --client-name kekeclient --explicit-auth-flows ALLOW_USER_PASSWORD_AUTH ALLOW_REFRESH_TOKEN_AUTH',
    ],
    found: ['added UserPoolClients[CLIENT].ExplicitAuthFlows'],
  },
  {
    what: 'no app client',
    commands: ['delete-user-pool-client --user-pool-id POOL --client-id CLIENT'],
    found: ['removed UserPoolClients[CLIENT]'],
  },
  {
    what: 'a domain',
    commands: ['create-user-pool-domain --user-pool-id POOL --domain keke-NUMBER'],
    found: ['added Domains[keke-NUMBER]'],
  },
  {
    what: 'no domain',
    before: ['create-user-pool-domain --user-pool-id POOL --domain keke-NUMBER'],
    commands: ['delete-user-pool-domain --user-pool-id POOL --domain keke-NUMBER'],
    found: ['removed Domains[keke-NUMBER]'],
  },
  { what: 'an identity provider', commands: [google], found: ['added IdentityProviders[Google]'] },
  {
    what: 'no identity provider',
    before: [google],
    commands: ['delete-identity-provider --user-pool-id POOL --provider-name Google'],
    found: ['removed IdentityProviders[Google]'],
  },
  {
    what: 'nothing: a user more and a group',
    commands: [
      'admin-create-user --user-pool-id POOL --username ben@example.com',
      'create-group --user-pool-id POOL --group-name learners',
    ],
    found: [],
  },
];

interface Service {
  start: () => Promise<Emulator>;
  missing: () => Promise<string | undefined>;
  tried: Change[];
  /** What any UpdateUserPool does there beyond what it is told. */
  resets: string[];
}

const services: Record<string, Service> = {
  moto: {
    start: startMoto,
    missing: missingForMoto,
    tried: changes,
    // AWS's UpdateUserPool has no such member and leaves it alone; moto forgets it.
    resets: ['removed UserPool.UsernameAttributes'],
  },
  'the sandbox': {
    start: async () => {
      const sandbox = await startServer();
      return { url: sandbox.url, stop: () => sandbox.close() };
    },
    // The rest is tried on it by the SDK, within the process.
    tried: changes.slice(0, 4),
    resets: [],
    missing: async () => (isInstalled('aws', ['--version']) ? undefined : 'the AWS CLI is not installed here'),
  },
};

for (const [name, { start, missing, tried, resets }] of Object.entries(services))
  describe(`drift on ${name}, with the AWS CLI changing the pool`, function () {
    let service: Emulator | undefined;
    let cli: AwsCli | undefined;
    let folder = '';
    let number = 0;

    before(async function () {
      skipWithout(this, await missing());
      service = await start();
      cli = new AwsCli(environment());
      folder = mkdtempSync(join(tmpdir(), 'drift-'));
    });
    after(async () => {
      await cli?.close();
      await service?.stop();
      if (folder) rmSync(folder, { recursive: true });
    });

    const environment = (): NodeJS.ProcessEnv => awsEnvironment(service?.url ?? '');
    const aws = async (command: string): Promise<string> => {
      if (!cli) throw new Error('There is no AWS CLI.');
      const { code, stdout, stderr } = await cli.run(['cognito-idp', ...command.split(' ')]);
      expect(code, `${command}: ${stderr}`).to.equal(0);
      return stdout.trim();
    };
    const drift = async (...args: string[]): Promise<{ code: number; drift: Drift }> => {
      const { code, stdout, stderr } = await cognitoLab(['drift', '--format', 'json', ...args], environment(), folder);
      expect(stdout, stderr).not.to.equal('');
      return { code, drift: JSON.parse(stdout) as Drift };
    };

    for (const { what, before: first = [], commands, found } of tried)
      it(`finds it, once, and nothing else: ${what}`, async () => {
        const baseline = `${++number}.json`;
        const POOL = await aws(
          'create-user-pool --pool-name keke --username-attributes email --auto-verified-attributes email --user-pool-tags team=blue --query UserPool.Id --output text',
        );
        const CLIENT = await aws(
          `create-user-pool-client --user-pool-id ${POOL} --client-name kekeclient --query UserPoolClient.ClientId --output text`,
        );
        const filled = (text: string): string =>
          text.replace('POOL', POOL).replace('CLIENT', CLIENT).replace('NUMBER', `${number}-drift`);
        for (const command of first) await aws(filled(command));
        const named = ['--user-pool-id', POOL, '--baseline', baseline];
        const taken = await drift(...named, '--update-baseline');
        expect(taken.code, JSON.stringify(taken.drift.pools[0]?.unread)).to.equal(0);

        for (const command of commands) await aws(filled(command));
        const { code, drift: seen } = await drift(...named);
        const told = ({ kind, path }: Difference): string => `${kind} ${path}`;
        const NEW = /UserPoolClients\[(\w+)\]$/.exec(seen.pools[0]?.differences[0]?.path ?? '')?.[1] ?? 'NEW';
        const updated = commands.some((command) => command.startsWith('update-user-pool '));
        expect(seen.pools[0]?.differences.map(told)).to.have.members(
          [...found, ...(updated ? resets : [])].map((each) => filled(each).replace('NEW', NEW)),
        );
        expect(code).to.equal(found.length > 0 ? 1 : 0);
        expect(JSON.stringify(seen)).not.to.contain('nobody-may-see-it');
      });
  });
