import { expect } from 'chai';
import { SimulatedCognito } from '../cognito/service';
import type { Store } from '../cognito/store';
import { NotAState, readState, writeState } from './state';

const call = { region: 'us-east-1', accountId: '123456789012', requestId: 'r' };

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
    text = writeState(store);
  });

  it('comes back as it was', () => {
    expect(readState(text)).to.deep.equal(store);
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
    const read = readState(text);
    for (const pool of read.pools.values())
      for (const client of pool.clients.values()) expect(read.clients.get(client.id)).to.equal(client);
  });

  it('keeps the order in which things were made', () => {
    const [pool] = readState(text).pools.values();
    expect([...(pool?.groups.keys() ?? [])]).to.deep.equal(['2', '1']);
  });

  const refusal = (content: unknown): string => {
    try {
      readState(typeof content === 'string' ? content : JSON.stringify(content));
    } catch (error) {
      expect(error).to.be.instanceOf(NotAState);
      return (error as Error).message;
    }
    throw new Error('accepted');
  };

  for (const foreign of ['', '{', 'null', '[]', '"x"', '{}', '{"format":1}', '{"format":"cognito-lab/result/v1"}'])
    it(`is not ${JSON.stringify(foreign)}`, () => {
      expect(refusal(foreign)).not.to.equal('');
    });

  it('is not another version’s', () => {
    expect(refusal(text.replace('sandbox-state/v1', 'sandbox-state/v2'))).to.contain('sandbox-state/v2');
  });

  it('is not half a state', () => {
    expect(refusal(text.slice(0, text.length / 2))).to.equal('it is not JSON');
  });

  /** The state with one member of the pool, the user or the like replaced. */
  const damaged = (find: string | RegExp, replacement: string): string => {
    const result = text.replace(find, replacement);
    expect(result).not.to.equal(text);
    return result;
  };

  for (const [what, find, replacement] of [
    ['a time that is a text', /"createdAt":\d+/, '"createdAt":"now"'],
    ['a user without a status', /"status":"[A-Z_]+",/, ''],
    ['a pool that is no record', /"\$map":\[\["us-east-1_\w{9}",\{/, '"$map":[["us-east-1_aaaaaaaaa",7],["x",{'],
    ['a key that is none', '-----BEGIN PRIVATE KEY-----', '-----BEGIN NOTHING-----'],
    ['a list where users are', /"users":\{"\$map":/, '"users":{"$set":'],
  ] as const)
    it(`does not pass with ${what}, and the place is named`, () => {
      expect(refusal(damaged(find, replacement))).to.match(/^it is damaged at \/store\//);
    });

  it('does not pass with a reference to nowhere', () => {
    expect(refusal(damaged('"members":{"$set":[]}', '"members":{"$set":["nobody"]}'))).to.contain('nobody');
    expect(refusal(damaged(/\["us-east-1_\w{9}",\{"id"/, '["us-east-1_aaaaaaaaa",{"id"'))).to.contain('id');
  });
});
