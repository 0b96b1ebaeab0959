import { expect } from 'chai';
import * as fc from 'fast-check';
import { oddInput } from '../../../tests/support/odd-input';
import { Simulation } from '../../../tests/support/simulation';
import { CognitoError } from './errors';
import { model } from './model/model';
import { operations } from './operations';
import type { Store } from './store';

/** What is answered whatever the operation: two by AWS's front end, and an app client that is not there. */
const always = ['InvalidParameterException', 'SerializationException', 'ResourceNotFoundException'];

const subset = <Value>(...values: Value[]) => fc.subarray(values, { minLength: 1 });
const optional = <Settings extends object>(settings: { [Name in keyof Settings]: fc.Arbitrary<Settings[Name]> }) =>
  fc.record(settings, { requiredKeys: [] });

const poolSettings = optional<Record<string, unknown>>({
  DeletionProtection: fc.constantFrom('ACTIVE', 'INACTIVE'),
  UserPoolTier: fc.constantFrom('LITE', 'ESSENTIALS', 'PLUS'),
  UserPoolTags: fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), fc.string({ maxLength: 9 }), { maxKeys: 4 }),
  UsernameAttributes: subset('email', 'phone_number'),
  UsernameConfiguration: fc.record({ CaseSensitive: fc.boolean() }),
  AutoVerifiedAttributes: fc.constant(['email']),
  SmsAuthenticationMessage: fc.constant('Code {####}'),
  DeviceConfiguration: fc.record({ ChallengeRequiredOnNewDevice: fc.boolean() }),
  AccountRecoverySetting: fc.constant({ RecoveryMechanisms: [{ Priority: 1, Name: 'admin_only' }] }),
  Policies: fc.record({
    PasswordPolicy: fc.record({
      MinimumLength: fc.integer({ min: 6, max: 99 }),
      RequireUppercase: fc.boolean(),
      RequireLowercase: fc.boolean(),
      RequireNumbers: fc.boolean(),
      RequireSymbols: fc.boolean(),
      TemporaryPasswordValidityDays: fc.integer({ min: 1, max: 365 }),
    }),
    SignInPolicy: fc.constant({ AllowedFirstAuthFactors: ['PASSWORD'] }),
  }),
});

const clientSettings = optional<Record<string, unknown>>({
  RefreshTokenValidity: fc.integer({ min: 1, max: 3650 }),
  AccessTokenValidity: fc.integer({ min: 1, max: 24 }),
  TokenValidityUnits: fc.constant({ AccessToken: 'hours' }),
  PreventUserExistenceErrors: fc.constantFrom('ENABLED', 'LEGACY'),
  EnableTokenRevocation: fc.boolean(),
  AuthSessionValidity: fc.integer({ min: 3, max: 15 }),
  ReadAttributes: subset('email', 'name', 'sub'),
  WriteAttributes: subset('email', 'name'),
  CallbackURLs: subset('https://a.example', 'myapp://a', 'http://localhost'),
  SupportedIdentityProviders: fc.constant(['COGNITO']),
});

describe('whatever is sent', () => {
  it('a described pool is what was created, plus the defaults', async () => {
    const simulation = new Simulation();
    const defaults = await simulation.describePool((await simulation.createPool()).Id);
    await fc.assert(
      fc.asyncProperty(poolSettings, async (sent) => {
        const created = await simulation.createPool(sent);
        const described = await simulation.describePool(created.Id);
        const { UserPoolTags = {}, Policies = defaults.Policies, ...rest } = sent;
        const { Id, Arn, CreationDate, LastModifiedDate, AdminCreateUserConfig } = described;
        expect(described).to.deep.equal({
          ...defaults,
          ...rest,
          ...{ UserPoolTags, Policies, Id, Arn, CreationDate, LastModifiedDate, AdminCreateUserConfig },
        });
        expect({ ...created, SchemaAttributes: [], UserPoolTags }).to.deep.equal({
          ...described,
          SchemaAttributes: [],
        });
      }),
    );
  });

  it('a described client is what was created, plus the defaults', async () => {
    const simulation = new Simulation();
    const { Id: UserPoolId } = await simulation.createPool();
    const defaults = await simulation.createClient(UserPoolId);
    await fc.assert(
      fc.asyncProperty(clientSettings, async (sent) => {
        const created = await simulation.createClient(UserPoolId, sent);
        const { ClientId } = created;
        expect(created).to.deep.equal({ ...defaults, ...sent, ClientId });
        const { UserPoolClient } = await simulation.call('DescribeUserPoolClient', { UserPoolId, ClientId });
        expect(UserPoolClient).to.deep.equal(created);
      }),
    );
  });

  it('a refusal is one that AWS documents, and the store stays consistent', async () => {
    const { simulation, namesFor } = await populated();
    const calls = fc.constantFrom(...Object.keys(operations)).chain((operation) => {
      return oddInput(operation, namesFor(operation)).map((input) => ({ operation, input }));
    });
    const answered = new Set<string>();
    await fc.assert(
      fc.asyncProperty(calls, async ({ operation, input }) => {
        simulation.now += 1000;
        try {
          const output = await simulation.call(operation, input);
          answered.add(operation);
          expect(JSON.parse(JSON.stringify(output))).to.be.an('object');
        } catch (error) {
          if (!(error instanceof CognitoError)) throw error;
          expect([...always, ...(model().operations[operation]?.errors ?? [])], operation).to.include(error.code);
          expect(error.status).to.equal(400);
        }
        expectConsistent(simulation.cognito.store);
      }),
      { numRuns: 4000 },
    );
    // Or else the inputs were too odd to try anything.
    expect(answered.size).to.be.above(Object.keys(operations).length / 2);
  });
});

/** A pool with one of everything, and the names under which it is found. */
async function populated() {
  const simulation = new Simulation();
  const { Id, Arn } = await simulation.createPool({
    AliasAttributes: ['email'],
    Schema: [{ Name: 'team', AttributeDataType: 'String', Mutable: true }],
  });
  const flows = [
    'ALLOW_USER_PASSWORD_AUTH',
    'ALLOW_ADMIN_USER_PASSWORD_AUTH',
    'ALLOW_USER_SRP_AUTH',
    'ALLOW_USER_AUTH',
  ];
  const { ClientId } = await simulation.createClient(Id, { ExplicitAuthFlows: [...flows, 'ALLOW_REFRESH_TOKEN_AUTH'] });
  await simulation.call('CreateGroup', { UserPoolId: Id, GroupName: 'team' });
  await simulation.createUser(Id, 'anna');
  await simulation.call('AdminSetUserPassword', {
    UserPoolId: Id,
    Username: 'anna',
    Password: 'Secret-123',
    Permanent: true,
  });
  const { AuthenticationResult } = await simulation.call<{
    AuthenticationResult: { AccessToken: string; RefreshToken: string };
  }>('InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: 'anna', PASSWORD: 'Secret-123' },
  });
  const { AccessToken, RefreshToken } = AuthenticationResult;
  const names = {
    UserPoolId: [Id, Id, Id, Id, Id, 'us-east-1_None'],
    ClientId: [ClientId, ClientId, 'none'],
    ResourceArn: [Arn, `${Arn}x`],
    Username: ['anna', 'ben', 'carol', 'anna@example.com'],
    GroupName: ['team', 'other'],
    Domain: ['my-lab', 'other', 'A'],
    ProviderName: ['Google', 'school'],
    Password: ['Secret-123', 'weak', 'Secret-1234'],
    PreviousPassword: ['Secret-123', 'Secret-1234'],
    ProposedPassword: ['Secret-123', 'Secret-1234'],
    TemporaryPassword: ['Secret-123', 'weak'],
    PoolName: ['lab'],
    ClientName: ['kekeclient'],
    AccessToken: [AccessToken, 'a.b.c'],
    Token: [RefreshToken, 'a.b.c'],
    ConfirmationCode: ['123456'],
    NextToken: ['nonsense'],
    PaginationToken: ['nonsense'],
    AliasAttributes: ['email'],
    Session: ['x'.repeat(30)],
  };
  // What is deleted is another's, so that the rest of the calls still finds something.
  const spare = await simulation.createPool();
  await simulation.createClient(spare.Id);
  const spareClient = await simulation.createClient(Id);
  const others: Record<string, object> = {
    DeleteUserPool: { UserPoolId: [spare.Id] },
    DeleteUserPoolClient: { ClientId: [spareClient.ClientId] },
    AdminDeleteUser: { Username: ['ben', 'carol'] },
    DeleteUser: { AccessToken: ['a.b.c'] },
  };
  return { simulation, namesFor: (operation: string) => ({ ...names, ...others[operation] }) };
}

/** Every reference finds its record, and every record is under its own key. */
function expectConsistent({ pools, domains, clients, refreshTokens, sessions }: Store): void {
  const ofPools = [...pools.values()].flatMap((pool) => [...pool.clients.values()]);
  expect(clients.size).to.equal(ofPools.length);
  for (const client of ofPools) expect(clients.get(client.id)).to.equal(client);
  for (const [id, pool] of pools) {
    expect(pool.id).to.equal(id);
    for (const sub of pool.index.values()) expect(pool.users.has(sub), 'indexed user').to.equal(true);
    for (const { members } of pool.groups.values())
      for (const sub of members) expect(pool.users.has(sub), 'member').to.equal(true);
    for (const name of [pool.domain, pool.customDomain])
      if (name !== undefined) expect(domains.get(name)?.userPoolId).to.equal(id);
  }
  for (const { userPoolId } of [...domains.values(), ...refreshTokens.values(), ...sessions.values()])
    expect(pools.has(userPoolId), 'pool of a domain, a token or a session').to.equal(true);
}
