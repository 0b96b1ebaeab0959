import { expect } from 'chai';
import { SimulatedCognito } from '../cognito/service';
import type { Store } from '../cognito/store';
import { InvalidState, readState, writeState } from './state';

const call = { region: 'us-east-1', accountId: '123456789012', requestId: 'r' };

const read = (text: string): Store => readState(text.split('\n').slice(0, text.endsWith('\n') ? -1 : undefined));

/** A store with something of everything that it can hold. */
async function populated(): Promise<Store> {
  const cognito = new SimulatedCognito();
  const does = (operation: string, input: object) => cognito.call(operation, input, call);
  const { UserPool } = (await does('CreateUserPool', {
    PoolName: 'p',
    AutoVerifiedAttributes: ['email'],
    UserPoolTags: { ['__proto__']: 'x', $map: 'y', $set: 'z' },
  })) as { UserPool: { Id: string } };
  const UserPoolId = UserPool.Id;
  const { UserPoolClient } = (await does('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'c',
    GenerateSecret: false,
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  })) as { UserPoolClient: { ClientId: string } };
  const { ClientId } = UserPoolClient;
  const Password = 'Passw0rd!';
  await does('SignUp', { ClientId, Username: 'ann', Password, UserAttributes: [{ Name: 'email', Value: 'a@b.cd' }] });
  await does('AdminConfirmSignUp', { UserPoolId, Username: 'ann' });
  await does('AdminCreateUser', { UserPoolId, Username: 'ben', TemporaryPassword: Password });
  for (const USERNAME of ['ann', 'ben'])
    await does('InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId,
      AuthParameters: { USERNAME, PASSWORD: Password },
    });
  await does('CreateGroup', { UserPoolId, GroupName: '2' });
  await does('CreateGroup', { UserPoolId, GroupName: '1' });
  await does('AdminAddUserToGroup', { UserPoolId, GroupName: '1', Username: 'ann' });
  await does('CreateUserPoolDomain', { UserPoolId, Domain: 'example' });
  await does('CreateIdentityProvider', {
    UserPoolId,
    ProviderName: 'Google',
    ProviderType: 'Google',
    ProviderDetails: { client_id: 'i', client_secret: 's', authorize_scopes: 'openid' },
  });
  cognito.store.revokedTokens.set('jti', 1);
  return cognito.store;
}

describe('the state of the sandbox', () => {
  let store: Store;
  let text: string;
  before(async () => {
    store = await populated();
    text = [...writeState(store)].join('');
  });

  it('comes back as it was', () => {
    expect(read(text)).to.deep.equal(store);
  });

  it('has something in every part of the store, so that this proves something', () => {
    for (const [name, map] of Object.entries(store) as [string, Map<string, unknown>][])
      expect(map.size, name).to.be.greaterThan(0);
    const [pool] = store.pools.values();
    for (const part of ['clients', 'groups', 'identityProviders', 'users', 'index'] as const)
      expect(pool?.[part].size, part).to.be.greaterThan(0);
    expect(pool?.keys).to.be.an('object');
  });

  it('keeps one record one record: a client is the pool’s own', () => {
    const again = read(text);
    for (const pool of again.pools.values())
      for (const client of pool.clients.values()) expect(again.clients.get(client.id)).to.equal(client);
  });

  it('is written in pieces, however large it is', async () => {
    const cognito = new SimulatedCognito();
    const { UserPool } = (await cognito.call('CreateUserPool', { PoolName: 'p' }, call)) as {
      UserPool: { Id: string };
    };
    for (let count = 0; count < 1000; count += 1)
      await cognito.call(
        'AdminCreateUser',
        {
          UserPoolId: UserPool.Id,
          Username: `user-${String(count)}`,
          UserAttributes: [{ Name: 'name', Value: 'n'.repeat(1000) }],
        },
        call,
      );
    const pieces = [...writeState(cognito.store)];
    expect(pieces.length).to.be.greaterThan(10);
    for (const piece of pieces) expect(piece.length).to.be.lessThan(128 * 1024);
    expect(read(pieces.join(''))).to.deep.equal(cognito.store);
  });

  it('keeps the order in which things were made', () => {
    const [pool] = read(text).pools.values();
    expect([...(pool?.groups.keys() ?? [])]).to.deep.equal(['2', '1']);
  });

  const refusal = (content: unknown): string => {
    try {
      read(typeof content === 'string' ? content : JSON.stringify(content));
    } catch (error) {
      expect(error).to.be.instanceOf(InvalidState);
      return (error as Error).message;
    }
    throw new Error('accepted');
  };

  for (const foreign of ['', '{', 'null', '[]', '"x"', '{}', '{"format":1}', '{"format":"cognito-lab/result/v1"}'])
    it(`is not ${JSON.stringify(foreign)}`, () => {
      expect(refusal(foreign)).not.to.equal('');
    });

  it('is not another version’s', () => {
    for (const version of ['v1', 'v3'])
      expect(refusal(text.replace('sandbox-state/v2', `sandbox-state/${version}`))).to.contain(
        `sandbox-state/${version}`,
      );
  });

  it('is not half a state', () => {
    expect(refusal(text.slice(0, text.length / 2))).to.match(/^line \d+ is not JSON$/);
    const lines = text.trimEnd().split('\n');
    expect(refusal(lines.slice(0, -1).join('\n'))).to.equal('its end is missing');
    expect(refusal(`${text}${lines[1] ?? ''}`)).to.match(/^it goes on after its end, at line \d+$/);
  });

  /** The state with one member of the pool, the user or the like replaced. */
  const damaged = (find: string | RegExp, replacement: string): string => {
    const result = text.replace(find, replacement);
    expect(result).not.to.equal(text);
    return result;
  };

  for (const [what, find, replacement, why] of [
    ['a time that is a text', /"createdAt":\d+/, '"createdAt":"now"', 'pool createdAt: '],
    ['a user without a status', /"status":"[A-Z_]+",/, '', 'user status: '],
    ['a pool that is no record', /\["pool",\{.*\}\]/, '["pool",7]', 'pool : '],
    ['a kind of record that is none', '["user",', '["constructor",', 'it is no record'],
    ['a key that is none', '-----BEGIN PRIVATE KEY-----', '-----BEGIN NOTHING-----', 'pool keys.id.privateKey: '],
    ['a list where attributes are', /"attributes":\{[^}]*\}/, '"attributes":[1]', 'user attributes'],
    ['a member who is nobody', '"members":[]', '"members":["nobody"]', 'user nobody is in a group and does not exist'],
    [
      'a client of no pool',
      /\["client",\{(.*?)"userPoolId":"us/,
      '["client",{$1"userPoolId":"eu',
      'there is no pool eu-',
    ],
  ] as const)
    it(`does not pass with ${what}, and the place is named`, () => {
      const message = refusal(damaged(find, replacement));
      expect(message).to.match(/^it is damaged at line \d+: /);
      expect(message).to.contain(why);
    });

  it('does not pass without the domain of a pool', () => {
    expect(refusal(damaged(/\["domain",.*\n/, ''))).to.match(/^the domain of pool us-east-1_\w{9} is missing$/);
  });
});
