import { expect } from 'chai';
import type { AwsCli } from '../aws-cli-process';

/** Flags of one AWS CLI command with their values; `undefined` leaves a flag out. */
export type Flags = Record<string, string[] | undefined>;

/** A pool as the commands that make it. */
export interface LearnerPool {
  /** create-user-pool */
  pool: Flags;
  /** create-user-pool-client, one each */
  clients: Flags[];
  /** admin-create-user, one each */
  users: Flags[];
  /** What is done to the pool afterwards: whole commands. */
  afterwards: (made: MadePool) => string[][];
}

export interface MadePool {
  userPoolId: string;
  /** In the order of {@link LearnerPool.clients}. */
  clientIds: string[];
}

/** Changes to the lab's pool, which is what there is without any. */
export type Changes = Partial<LearnerPool>;

export const required = (...names: string[]): string[] => names.map((name) => `Name=${name},Required=true`);

/** A password policy, the Cognito defaults but for what is given. */
export function passwordPolicy(changes: Record<string, number | boolean> = {}): string[] {
  const policy = {
    MinimumLength: 8,
    RequireUppercase: true,
    RequireLowercase: true,
    RequireNumbers: true,
    RequireSymbols: true,
    TemporaryPasswordValidityDays: 7,
    ...changes,
  };
  const members = Object.entries(policy).map(([name, value]) => `${name}=${value}`);
  return [`PasswordPolicy={${members.join(',')}}`];
}

const kekeclient: Flags = { '--client-name': ['kekeclient'] };

const keke: Flags = {
  '--username': ['keke@example.com'],
  '--user-attributes': ['Name=email,Value=keke@example.com'],
  '--desired-delivery-mediums': ['EMAIL'],
};

/** The user where the sign-in options let a user have a name of another kind. */
export const userNamed = (username: string): Flags => ({ ...keke, '--username': [username] });

/** The lab's pool with the fewest flags that make it, changed. */
export function learnerPool({ pool, clients = [kekeclient], users = [keke], afterwards = () => [] }: Changes = {}) {
  const fewest: Flags = {
    '--pool-name': ['keke user pool'],
    '--username-attributes': ['email'],
    '--auto-verified-attributes': ['email'],
    '--schema': required('name', 'preferred_username', 'phone_number'),
  };
  return { pool: { ...fewest, ...pool }, clients, users, afterwards } satisfies LearnerPool;
}

/** The AWS CLI, with an emulator behind it: the answer as text, one value a line or tab, by `--query`. */
export class Cli {
  constructor(
    private readonly service: string,
    private readonly aws: AwsCli,
  ) {}

  async call(...args: string[]): Promise<string> {
    const whole = ['--endpoint-url', this.service, 'cognito-idp', ...args, '--output', 'text'];
    const { code, stdout, stderr } = await this.aws.run(whole);
    expect(code, `aws ${whole.join(' ')}: ${stderr}`).to.equal(0);
    return stdout.trim();
  }

  /** Makes a pool with all that is in it. */
  async make({ pool, clients, users, afterwards }: LearnerPool): Promise<MadePool> {
    const userPoolId = await this.call('create-user-pool', ...given(pool), '--query', 'UserPool.Id');
    const inPool = ['--user-pool-id', userPoolId];
    const [clientIds] = await Promise.all([
      inTurn(clients, (client) =>
        this.call('create-user-pool-client', ...inPool, ...given(client), '--query', 'UserPoolClient.ClientId'),
      ),
      inTurn(users, (user) => this.call('admin-create-user', ...inPool, ...given(user))),
    ]);
    const made = { userPoolId, clientIds };
    for (const command of afterwards(made)) await this.call(...command);
    return made;
  }

  /** The ids of all pools that there are. */
  async pools(): Promise<string[]> {
    const ids = await this.call('list-user-pools', '--max-results', '60', '--query', 'UserPools[].Id');
    return ids.split(/\s+/).filter(Boolean);
  }
}

const given = (flags: Flags): string[] =>
  Object.entries(flags).flatMap(([flag, values]) => (values === undefined ? [] : [flag, ...values]));

async function inTurn<In, Out>(all: readonly In[], one: (item: In) => Promise<Out>): Promise<Out[]> {
  const done: Out[] = [];
  for (const item of all) done.push(await one(item));
  return done;
}
