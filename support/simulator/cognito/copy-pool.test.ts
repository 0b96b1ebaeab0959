import { expect } from 'chai';
import { Simulation } from '../../../tests/support/simulation';
import { copyPool } from './copy-pool';
import { Store } from './store';

describe('a copy of a pool', () => {
  let simulation: Simulation;
  let id: string;

  beforeEach(async () => {
    simulation = new Simulation();
    ({ Id: id } = await simulation.createPool({ UsernameAttributes: ['email'], UserPoolTags: { course: 'security' } }));
    await simulation.createClient(id);
    await simulation.call('CreateGroup', { UserPoolId: id, GroupName: 'team' });
    await simulation.call('CreateUserPoolDomain', { UserPoolId: id, Domain: 'lab' });
    await simulation.call('CreateIdentityProvider', {
      UserPoolId: id,
      ProviderName: 'Google',
      ProviderType: 'Google',
      ProviderDetails: { client_id: 'lab', client_secret: 'lab', authorize_scopes: 'email' },
    });
    await simulation.createUser(id, 'anna@example.com');
    await simulation.call('AdminAddUserToGroup', { UserPoolId: id, Username: 'anna@example.com', GroupName: 'team' });
  });

  const copied = () => {
    const { store } = simulation.cognito;
    const copies = new Store();
    return { pool: store.pools.get(id)!, copy: copyPool(store.pools.get(id)!, store, copies), copies };
  };

  it('has all that is in the pool', () => {
    const { pool, copy, copies } = copied();
    expect({ ...copy, keys: undefined }).to.deep.equal({ ...pool, keys: undefined });
    expect([...copy.users.after()]).to.have.lengthOf(1);
    expect(copies.pools.get(id)).to.equal(copy);
    expect([...copies.clients.keys()]).to.deep.equal([...pool.clients.keys()]);
    expect(copies.clients.get([...copies.clients.keys()][0] ?? '')).to.equal([...copy.clients.values()][0]);
    expect(copies.domains.get('lab')?.userPoolId).to.equal(id);
  });

  it('shares nothing with it', () => {
    const { pool, copy } = copied();
    const before = JSON.stringify([pool, ...pool.users.values(), ...pool.clients.values(), ...pool.groups.values()]);
    const [user] = copy.users.values();
    const [client] = copy.clients.values();
    Object.assign(user!.attributes, { email: 'changed' });
    Object.assign(client!.settings, { ClientName: 'changed' });
    copy.groups.get('team')!.members.clear();
    copy.schema.splice(0);
    Object.assign(copy.settings.Policies!.PasswordPolicy!, { MinimumLength: 99 });
    Object.assign(copy.identityProviders.get('Google')!, { ProviderType: 'SAML' });
    copy.tags.course = 'changed';
    const after = JSON.stringify([pool, ...pool.users.values(), ...pool.clients.values(), ...pool.groups.values()]);
    expect(after).to.equal(before);
    expect(pool.groups.get('team')?.members.size).to.equal(1);
    expect(pool.identityProviders.get('Google')?.ProviderType).to.equal('Google');
  });
});
