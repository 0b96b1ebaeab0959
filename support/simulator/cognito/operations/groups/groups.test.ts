import { expect } from 'chai';
import { Simulation } from '../../../../../tests/support/simulation';
import { groupsOf } from '../../groups';

const role = 'arn:aws:iam::123456789012:role/team';

describe('groups', () => {
  let simulation: Simulation;
  let UserPoolId: string;
  beforeEach(async () => {
    simulation = new Simulation();
    UserPoolId = (await simulation.createPool()).Id;
  });
  const create = (GroupName: string, input: object = {}) =>
    simulation.call('CreateGroup', { UserPoolId, GroupName, ...input });
  const get = async (GroupName: string) => (await simulation.call('GetGroup', { UserPoolId, GroupName })).Group;
  const update = async (GroupName: string, input: object) =>
    (await simulation.call('UpdateGroup', { UserPoolId, GroupName, ...input })).Group;
  const member = (operation: string, Username: string, GroupName: string) =>
    simulation.call(operation, { UserPoolId, Username, GroupName });
  interface Listed {
    Groups: { GroupName: string }[];
    Users: { Username: string }[];
    NextToken?: string;
  }
  const list = (operation: string, input: object = {}) => simulation.call<Listed>(operation, { UserPoolId, ...input });

  it('answer what was given, a precedence of 0 too', async () => {
    const at = new Date(simulation.now);
    const bare = { GroupName: 'team', UserPoolId, CreationDate: at, LastModifiedDate: at };
    expect(await create('team')).to.deep.equal({ Group: bare });
    expect(await get('team')).to.deep.equal(bare);
    const full = { Precedence: 0, Description: 'The first', RoleArn: role };
    await create('first', full);
    expect(await get('first')).to.deep.include(full);
  });

  it('are updated by what is written, and the date with them', async () => {
    await create('team', { Description: 'Old' });
    const created = simulation.now;
    simulation.now += 1000;
    expect(await update('team', { Description: '', RoleArn: null, Precedence: null })).to.deep.include({
      Description: 'Old',
      LastModifiedDate: new Date(created),
    });
    expect(await update('team', { Description: 'Old' })).to.deep.include({
      LastModifiedDate: new Date(created + 1000),
    });
    expect(await update('team', { Precedence: 3 })).to.deep.include({ Precedence: 3, Description: 'Old' });
  });

  it('have members, once each, by any name of theirs', async () => {
    const alias = await simulation.createPool({ AliasAttributes: ['email'] });
    UserPoolId = alias.Id;
    await simulation.call('AdminCreateUser', {
      UserPoolId,
      Username: 'anna',
      UserAttributes: [
        { Name: 'email', Value: 'anna@example.com' },
        { Name: 'email_verified', Value: 'true' },
      ],
      MessageAction: 'SUPPRESS',
    });
    await create('team');
    expect(await member('AdminAddUserToGroup', 'anna', 'team')).to.deep.equal({});
    await member('AdminAddUserToGroup', 'anna@example.com', 'team');
    const { Users } = await list('ListUsersInGroup', { GroupName: 'team' });
    expect(Users.map(({ Username }) => Username)).to.deep.equal(['anna']);
    expect(Users[0]).to.include.keys('Attributes', 'Enabled', 'UserStatus', 'UserCreateDate', 'UserLastModifiedDate');
    await member('AdminRemoveUserFromGroup', 'anna@example.com', 'team');
    await member('AdminRemoveUserFromGroup', 'anna', 'team');
    await member('AdminRemoveUserFromGroup', 'anna', 'never');
    expect(await list('ListUsersInGroup', { GroupName: 'team' })).to.deep.equal({ Users: [] });
  });

  it('lose a user who is deleted, for good', async () => {
    await create('team');
    await simulation.createUser(UserPoolId, 'anna');
    await member('AdminAddUserToGroup', 'anna', 'team');
    await simulation.call('AdminDeleteUser', { UserPoolId, Username: 'anna' });
    await simulation.createUser(UserPoolId, 'anna');
    expect(await list('AdminListGroupsForUser', { Username: 'anna' })).to.deep.equal({ Groups: [] });
  });

  it('are listed in one order that is none of the obvious ones', async () => {
    const names = ['beta', 'alpha', 'delta', 'gamma', 'epsilon'];
    await simulation.createUser(UserPoolId, 'anna');
    for (const name of names) {
      await create(name);
      await member('AdminAddUserToGroup', 'anna', name);
    }
    const of = ({ Groups }: Listed) => Groups.map(({ GroupName }) => GroupName);
    const all = of(await list('ListGroups'));
    expect(all).to.have.members(names);
    expect(all).not.to.deep.equal(names);
    expect(all).not.to.deep.equal([...names].sort());
    expect(of(await list('AdminListGroupsForUser', { Username: 'anna' }))).to.deep.equal(all);
    const pool = simulation.cognito.store.pools.get(UserPoolId) ?? expect.fail('no pool');
    const [sub = ''] = pool.users.keys();
    expect(groupsOf(pool, sub).map(({ GroupName }) => GroupName)).to.deep.equal(all);
    await create('zeta');
    expect(of(await list('ListGroups')).filter((name) => name !== 'zeta')).to.deep.equal(all);
  });

  it('are listed a page at a time', async () => {
    await create('team');
    for (const name of ['a', 'b', 'c']) {
      await create(name);
      await member('AdminAddUserToGroup', await simulation.createUser(UserPoolId, name), 'team');
    }
    for (const [operation, input, key, count] of [
      ['ListGroups', {}, 'Groups', 4],
      ['ListUsersInGroup', { GroupName: 'team' }, 'Users', 3],
    ] as const) {
      const first = await list(operation, { ...input, Limit: 2 });
      const second = await list(operation, { ...input, Limit: 2, NextToken: first.NextToken });
      expect(new Set([...first[key], ...second[key]].map((each) => JSON.stringify(each))), operation).to.have.length(
        count,
      );
      expect(second).not.to.have.property('NextToken');
    }
  });

  it('are gone when they are deleted', async () => {
    await create('team');
    await simulation.call('DeleteGroup', { UserPoolId, GroupName: 'team' });
    const text = 'ResourceNotFoundException: Group not found.';
    await simulation.createUser(UserPoolId, 'anna');
    for (const operation of ['GetGroup', 'UpdateGroup', 'DeleteGroup', 'ListUsersInGroup', 'AdminAddUserToGroup'])
      expect(
        await simulation.refusal(operation, { UserPoolId, GroupName: 'team', Username: 'anna' }),
        operation,
      ).to.equal(text);
  });

  describe('are refused', () => {
    const refused = (operation: string, input: object) => simulation.refusal(operation, { UserPoolId, ...input });

    it('for a name that is taken', async () => {
      await create('team');
      expect(await refused('CreateGroup', { GroupName: 'team' })).to.equal(
        'GroupExistsException: A group with the name already exists.',
      );
    });

    it('for a negative precedence and an empty role', async () => {
      expect(await refused('CreateGroup', { GroupName: 'team', Precedence: -1 })).to.equal(
        "InvalidParameterException: 1 validation error detected: Value '-1' at 'precedence' failed to satisfy constraint: Member must have value greater than or equal to 0",
      );
      expect(await refused('CreateGroup', { GroupName: 'team', RoleArn: '' })).to.match(
        /^InvalidParameterException: 2 validation errors detected: Value '' at 'roleArn' .*; Value '' at 'roleArn' /,
      );
    });

    it('for a user who is not there, before the group', async () => {
      for (const operation of ['AdminAddUserToGroup', 'AdminRemoveUserFromGroup', 'AdminListGroupsForUser'])
        expect(await refused(operation, { Username: 'nobody', GroupName: 'never' }), operation).to.equal(
          'UserNotFoundException: User does not exist.',
        );
    });

    it('for a limit of 0, under another name', async () => {
      await create('team');
      await simulation.createUser(UserPoolId, 'anna');
      for (const operation of ['ListGroups', 'ListUsersInGroup', 'AdminListGroupsForUser'])
        expect(await refused(operation, { Username: 'anna', GroupName: 'team', Limit: 0 }), operation).to.equal(
          "InvalidParameterException: 1 validation error detected: Value '0' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1",
        );
    });

    it('for a token of another list', async () => {
      await create('team');
      await simulation.createUser(UserPoolId, 'anna');
      const groups = 'Provided pagination token is invalid. Check the token and try your request again.';
      const input = { Username: 'anna', GroupName: 'team', NextToken: 'nonsense' };
      for (const [operation, text] of [
        ['ListGroups', groups],
        ['AdminListGroupsForUser', groups],
        ['ListUsersInGroup', 'Paging marker is invalid.'],
      ] as const)
        expect(await refused(operation, input), operation).to.equal(`InvalidParameterException: ${text}`);
    });
  });
});
