import { expect } from 'chai';
import { listed, Practice } from '../../../../../tests/support/practice';

describe('AdminCreateUser', () => {
  let practice: Practice;
  beforeEach(() => (practice = new Practice()));

  it('answers the user in AWS’s form: standard attributes by name, custom ones, sub', async () => {
    const { UserPoolId } = await practice.pool({
      Schema: [
        { Name: 'team', AttributeDataType: 'String', Mutable: true },
        { Name: 'family_name', AttributeDataType: 'String', Required: true },
      ],
    });
    const { User } = await practice.call('AdminCreateUser', {
      UserPoolId,
      Username: 'ann',
      TemporaryPassword: 'Passw0rd!',
      UserAttributes: listed({
        'custom:team': 'red',
        given_name: 'Ann',
        email_verified: 'True',
        email: 'a@example.com',
      }),
    });
    expect(Object.keys(User ?? {}).sort()).to.deep.equal(
      ['Attributes', 'Enabled', 'UserCreateDate', 'UserLastModifiedDate', 'UserStatus', 'Username'].sort(),
    );
    expect(User).to.include({ Username: 'ann', Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' });
    expect(User?.Attributes?.map(({ Name }) => Name)).to.deep.equal(
      ['email', 'email_verified', 'given_name', 'custom:team', 'sub'],
    ); // prettier-ignore
    expect(User?.Attributes).to.deep.include({ Name: 'email_verified', Value: 'True' });
    expect(User?.UserCreateDate?.getTime()).to.equal(practice.now);
  });

  it('names the user by sub in a pool that signs in by email, and copies the address', async () => {
    const { UserPoolId } = await practice.pool({ UsernameAttributes: ['email'] });
    const { User } = await practice.call('AdminCreateUser', { UserPoolId, Username: 'ann@example.com' });
    expect(User?.Username).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-70[0-9a-f]{2}-/);
    expect(User?.Attributes).to.deep.equal([
      { Name: 'email', Value: 'ann@example.com' },
      { Name: 'sub', Value: User?.Username },
    ]);
    const byEmail = await practice.call('AdminGetUser', { UserPoolId, Username: 'ann@example.com' });
    const bySub = await practice.call('AdminGetUser', { UserPoolId, Username: User?.Username });
    expect(byEmail).to.deep.equal(bySub);
  });

  it('asks for a name of the pool’s kind', async () => {
    const refusal = async (settings: object, Username: string, attributes = {}) => {
      const { UserPoolId } = await practice.pool(settings);
      return practice.refusal('AdminCreateUser', { UserPoolId, Username, UserAttributes: listed(attributes) });
    };
    const code = 'InvalidParameterException: ';
    expect(await refusal({ UsernameAttributes: ['email'] }, 'ann')).to.equal(`${code}Username should be an email.`);
    expect(await refusal({ UsernameAttributes: ['phone_number'] }, 'a@example.com')).to.equal(
      `${code}Username should be a phone number.`,
    );
    expect(await refusal({ UsernameAttributes: ['email', 'phone_number'] }, 'ann')).to.equal(
      `${code}Username should be either an email or a phone number.`,
    );
    expect(await refusal({ AliasAttributes: ['email'] }, 'ann@example.com')).to.equal(
      `${code}Username cannot be of email format, since user pool is configured for email alias.`,
    );
    expect(await refusal({ AliasAttributes: ['phone_number'] }, '+15550100')).to.equal(
      `${code}Username cannot be of phone number format, since user pool is configured for phone number alias.`,
    );
    expect(await refusal({ UsernameAttributes: ['email'] }, 'ann@example.com', { email: 'bob@example.com' })).to.equal(
      `${code}User email should be empty or same as username, since username attribute is email.`,
    );
  });

  it('refuses a name that is taken, in the words of the pool’s kind', async () => {
    const named = await practice.pool();
    await practice.user(named.UserPoolId, 'ann');
    expect(await practice.refusal('AdminCreateUser', { UserPoolId: named.UserPoolId, Username: 'ann' })).to.equal(
      'UsernameExistsException: User account already exists',
    );
    const byEmail = await practice.pool({ UsernameAttributes: ['email', 'phone_number'] });
    await practice.user(byEmail.UserPoolId, 'ann@example.com', { phone_number: '+15550100' });
    expect(
      await practice.refusal('AdminCreateUser', { UserPoolId: byEmail.UserPoolId, Username: 'ann@example.com' }),
    ).to.equal('UsernameExistsException: An account with the given email already exists.');
    expect(
      await practice.refusal('AdminCreateUser', { UserPoolId: byEmail.UserPoolId, Username: '+15550100' }),
    ).to.equal('UsernameExistsException: An account with the given phone_number already exists.');
  });

  it('tells letters apart where the pool does', async () => {
    const sensitive = await practice.pool({ UsernameAttributes: ['email'] });
    await practice.user(sensitive.UserPoolId, 'Ann@Example.com');
    await practice.user(sensitive.UserPoolId, 'ann@example.com');
    expect(practice.record(sensitive.UserPoolId).users.size).to.equal(2);

    const { UserPoolId } = await practice.pool({ UsernameConfiguration: { CaseSensitive: false } });
    await practice.user(UserPoolId, 'Ann', { email: 'Ann@Example.com', given_name: 'Ann' });
    expect(await practice.refusal('AdminCreateUser', { UserPoolId, Username: 'aNN' })).to.equal(
      'UsernameExistsException: User account already exists',
    );
    const { Username } = await practice.call('AdminGetUser', { UserPoolId, Username: 'ANN' });
    expect(Username).to.equal('ann');
    expect(await practice.attributes(UserPoolId, 'ann')).to.include({ email: 'ann@example.com', given_name: 'Ann' });
  });

  it('names the first rule that a temporary password breaks', async () => {
    const { UserPoolId } = await practice.pool();
    const refusal = (TemporaryPassword: string) =>
      practice.refusal('AdminCreateUser', { UserPoolId, Username: 'ann', TemporaryPassword });
    const prefix = 'InvalidPasswordException: Password did not conform with password policy: ';
    expect(await refusal('Sh0rt!')).to.equal(`${prefix}Password not long enough`);
    expect(await refusal('passw0rd!')).to.equal(`${prefix}Password must have uppercase characters`);
    expect(await refusal('PASSW0RD!')).to.equal(`${prefix}Password must have lowercase characters`);
    expect(await refusal('Password!')).to.equal(`${prefix}Password must have numeric characters`);
    expect(await refusal('Passw0rd')).to.equal(`${prefix}Password must have symbol characters`);
    expect(await refusal('Passw0rdé')).to.equal(`${prefix}Password must have symbol characters`);
    expect(await refusal(' Passw0rd!')).to.equal(
      "InvalidParameterException: 1 validation error detected: Value at 'temporaryPassword' failed to satisfy constraint: " +
        'Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$',
    );
    await practice.call('AdminCreateUser', { UserPoolId, Username: 'ann', TemporaryPassword: 'Pass w0rd' });
  });

  it('checks each attribute against the schema', async () => {
    const { UserPoolId } = await practice.pool({
      Schema: [{ Name: 'age', AttributeDataType: 'Number', NumberAttributeConstraints: { MinValue: '18' } }],
    });
    const refusal = (attributes: Record<string, string>) =>
      practice.refusal('AdminCreateUser', { UserPoolId, Username: 'ann', UserAttributes: listed(attributes) });
    const code = 'InvalidParameterException: ';
    const schema = `${code}Attributes did not conform to the schema: `;
    expect(await refusal({ 'custom:x': '1' })).to.equal(
      `${schema}Type for attribute {custom:x} could not be determined`,
    );
    expect(await refusal({ sub: 'x' })).to.equal(`${code}Cannot modify the non-mutable attribute sub`);
    expect(await refusal({ email: 'no address' })).to.equal(`${code}Invalid email address format.`);
    expect(await refusal({ phone_number: '5550100' })).to.equal(`${code}Invalid phone number format.`);
    expect(await refusal({ birthdate: '1.1.2000' })).to.equal(
      `${schema}birthdate: String must be no shorter than 10 characters\n`,
    );
    expect(await refusal({ birthdate: '01.01.20000' })).to.equal(
      `${schema}birthdate: String must be no longer than 10 characters\n`,
    );
    expect(await refusal({ 'custom:age': '17' })).to.equal(`${schema}custom:age: Number must be no less than 18\n`);
    expect(await refusal({ 'custom:age': 'old' })).to.equal(`${schema}custom:age: Attribute value must be a number\n`);
    expect(await refusal({ email_verified: 'yes' })).to.equal(
      `${schema}email_verified: Attribute value must be a boolean\n`,
    );
  });

  describe('the invitation', () => {
    it('goes where it is asked to go, and by SMS where nothing is asked', async () => {
      const { UserPoolId } = await practice.pool();
      const attributes = listed({ email: 'ann@example.com', phone_number: '+15550100' });
      const input = { UserPoolId, UserAttributes: attributes, TemporaryPassword: 'Passw0rd!' };
      await practice.call('AdminCreateUser', { ...input, Username: 'ann' });
      await practice.call('AdminCreateUser', { ...input, Username: 'bob', DesiredDeliveryMediums: ['EMAIL', 'SMS'] });
      await practice.call('AdminCreateUser', { ...input, Username: 'cid', MessageAction: 'SUPPRESS' });
      await practice.call('AdminCreateUser', { UserPoolId, Username: 'without-an-address' });
      const sent = practice.cognito.outbox.messages;
      expect(sent.map(({ username, medium }) => [username, medium])).to.deep.equal(
        [['ann', 'SMS'], ['bob', 'SMS'], ['bob', 'EMAIL']],
      ); // prettier-ignore
      expect(sent[2]).to.include({ destination: 'ann@example.com', temporaryPassword: 'Passw0rd!' });
    });

    it('brings a password of the service’s own, which satisfies the policy and signs the user in', async () => {
      const { UserPoolId, ClientId } = await practice.pool({ Policies: { PasswordPolicy: { MinimumLength: 20 } } });
      await practice.call('AdminCreateUser', {
        UserPoolId,
        Username: 'ann',
        UserAttributes: listed({ phone_number: '+15550100' }),
      });
      const { temporaryPassword = '' } = practice.cognito.outbox.messages.at(-1) ?? {};
      expect(temporaryPassword).to.have.length(20);
      const { ChallengeName } = await practice.call('InitiateAuth', {
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'ann', PASSWORD: temporaryPassword },
      });
      expect(ChallengeName).to.equal('NEW_PASSWORD_REQUIRED');
    });

    it('is repeated for a user who has not answered it, with a new password and a new term', async () => {
      const { UserPoolId } = await practice.pool();
      await practice.call('AdminCreateUser', { UserPoolId, Username: 'ann', TemporaryPassword: 'Passw0rd!' });
      const again = { UserPoolId, MessageAction: 'RESEND', TemporaryPassword: 'Passw1rd!' };
      const { User } = await practice.call('AdminCreateUser', { ...again, Username: 'ann' });
      expect(User?.Username).to.equal('ann');
      expect(await practice.refusal('AdminCreateUser', { ...again, Username: 'bob' })).to.equal(
        'UserNotFoundException: User does not exist.',
      );
      await practice.user(UserPoolId, 'cid');
      expect(await practice.refusal('AdminCreateUser', { ...again, Username: 'cid' })).to.equal(
        'UnsupportedUserStateException: Resend not possible. cid status is not FORCE_CHANGE_PASSWORD',
      );
    });
  });

  it('moves an alias only when told to', async () => {
    const { UserPoolId } = await practice.pool({ AliasAttributes: ['email'] });
    const UserAttributes = listed({ email: 'ann@example.com', email_verified: 'true' });
    await practice.call('AdminCreateUser', { UserPoolId, Username: 'ann', UserAttributes });
    const second = { UserPoolId, Username: 'bob', UserAttributes };
    expect(await practice.refusal('AdminCreateUser', second)).to.equal(
      'AliasExistsException: An account with the email already exists.',
    );
    await practice.call('AdminCreateUser', { ...second, ForceAliasCreation: true });
    const { Username } = await practice.call('AdminGetUser', { UserPoolId, Username: 'ann@example.com' });
    expect(Username).to.equal('bob');
    expect(await practice.attributes(UserPoolId, 'ann')).to.include({ email_verified: 'false' });
  });

  it('keeps no password in the clear', async () => {
    const { UserPoolId } = await practice.pool();
    await practice.user(UserPoolId, 'ann', {}, 'S3cret-word');
    const kept = JSON.stringify([...practice.record(UserPoolId).users.values()]);
    expect(kept).not.to.include('S3cret-word');
  });

  it('finds the pool first', async () => {
    expect(await practice.refusal('AdminCreateUser', { UserPoolId: 'us-east-1_none', Username: 'ann' })).to.equal(
      'ResourceNotFoundException: User pool us-east-1_none does not exist.',
    );
  });
});
