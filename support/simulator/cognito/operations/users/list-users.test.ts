import { expect } from 'chai';
import { Practice } from '../../../../../tests/support/practice';

describe('ListUsers', () => {
  let practice: Practice;
  let UserPoolId: string;
  beforeEach(async () => {
    practice = new Practice();
    ({ UserPoolId } = await practice.pool());
    for (const name of ['ann', 'bob', 'cid', 'Dan', 'eve'])
      await practice.user(UserPoolId, name, { email: `${name}@example.com`, name: `The "${name}"` });
    await practice.call('AdminDisableUser', { UserPoolId, Username: 'bob' });
    await practice.call('AdminSetUserPassword', { UserPoolId, Username: 'cid', Password: 'Passw0rd!' });
  });

  const found = async (Filter?: string) => {
    const { Users = [] } = await practice.call('ListUsers', { UserPoolId, Filter });
    return Users.map(({ Username }) => Username).sort();
  };

  it('lists everyone, as AdminCreateUser answers them', async () => {
    const { Users = [], PaginationToken } = await practice.call('ListUsers', { UserPoolId });
    expect(PaginationToken).to.equal(undefined);
    expect(Users).to.have.length(5);
    expect(Users[0]).to.have.all.keys(
      'Username', 'Attributes', 'UserCreateDate', 'UserLastModifiedDate', 'Enabled', 'UserStatus',
    ); // prettier-ignore
  });

  it('searches by one expression', async () => {
    expect(await found('email = "ann@example.com"')).to.deep.equal(['ann']);
    expect(await found('username^="D"')).to.deep.equal(['Dan']);
    expect(await found('username = "dan"')).to.deep.equal([]);
    expect(await found('status = "Disabled"')).to.deep.equal(['bob']);
    expect(await found('status = "disabled"')).to.deep.equal([]);
    expect(await found('cognito:user_status = "force_change_password"')).to.deep.equal(['cid']);
    expect(await found('"name" = "The \\"eve\\""')).to.deep.equal(['eve']);
    expect(await found('preferred_username = ""')).to.deep.equal([]);
    expect(await found('')).to.have.length(5);
    const { sub } = await practice.attributes(UserPoolId, 'ann');
    expect(await found(`sub = "${sub}"`)).to.deep.equal(['ann']);
  });

  it('refuses what it cannot search by, or read', async () => {
    const refusal = (Filter: string) => practice.refusal('ListUsers', { UserPoolId, Filter });
    expect(await refusal('custom:team = "x"')).to.equal(
      'InvalidParameterException: Input fails to satisfy the constraints.',
    );
    expect(await refusal('constructor = "x"')).to.equal(
      'InvalidParameterException: Invalid search attribute: constructor',
    );
    for (const filter of ['email', 'email = ann', 'email = "a" and name = "b"', 'email == "a"', 'email = "a'])
      expect(await refusal(filter), filter).to.equal('InvalidParameterException: Error while parsing filter.');
  });

  it('comes in pages that neither repeat nor hide anyone', async () => {
    const seen: (string | undefined)[] = [];
    let PaginationToken: string | undefined;
    do {
      const answer = await practice.call('ListUsers', { UserPoolId, Limit: 2, PaginationToken });
      seen.push(...(answer.Users ?? []).map(({ Username }) => Username));
      ({ PaginationToken } = answer);
    } while (PaginationToken);
    expect(seen.sort()).to.deep.equal(['Dan', 'ann', 'bob', 'cid', 'eve']);
    expect(await practice.refusal('ListUsers', { UserPoolId, PaginationToken: 'nonsense' })).to.match(
      /^InvalidParameterException: /,
    );
  });

  it('shows the attributes that are asked for, and refuses where a user lacks one', async () => {
    const { Users = [] } = await practice.call('ListUsers', { UserPoolId, AttributesToGet: ['email'], Limit: 1 });
    expect(Users[0]?.Attributes?.map(({ Name }) => Name)).to.deep.equal(['email']);
    expect(await practice.refusal('ListUsers', { UserPoolId, AttributesToGet: ['given_name'] })).to.equal(
      'InvalidParameterException: One or more requested attributes do not exist.',
    );
  });

  it('folds letters where the pool does', async () => {
    const { UserPoolId: caseless } = await practice.pool({ UsernameConfiguration: { CaseSensitive: false } });
    await practice.user(caseless, 'Ann', { email: 'Ann@example.com' });
    const { Users = [] } = await practice.call('ListUsers', {
      UserPoolId: caseless,
      Filter: 'email = "aNN@example.com"',
    });
    expect(Users).to.have.length(1);
  });
});
