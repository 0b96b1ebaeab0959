import { expect } from 'chai';
import { Simulation } from '../../../../../tests/support/simulation';

describe('a new pool', () => {
  let simulation: Simulation;
  beforeEach(() => (simulation = new Simulation()));

  it("has AWS's defaults", async () => {
    const { SchemaAttributes, ...pool } = await simulation.createPool();
    const at = new Date(simulation.now);
    expect(pool).to.deep.equal({
      Id: 'us-east-1_000000001',
      Arn: 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_000000001',
      Name: 'lab',
      CreationDate: at,
      LastModifiedDate: at,
      DeletionProtection: 'INACTIVE',
      Policies: {
        PasswordPolicy: {
          MinimumLength: 8,
          RequireUppercase: true,
          RequireLowercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          TemporaryPasswordValidityDays: 7,
        },
        SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
      },
      MfaConfiguration: 'OFF',
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
      EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
      VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Priority: 1, Name: 'verified_email' },
          { Priority: 2, Name: 'verified_phone_number' },
        ],
      },
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] },
      LambdaConfig: {},
      EstimatedNumberOfUsers: 0,
      UserPoolTier: 'ESSENTIALS',
      IssuerConfiguration: { Type: 'ORIGINAL' },
      KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' },
    });
    expect(SchemaAttributes?.map(({ Name }) => Name).join(' ')).to.equal(
      'sub name given_name family_name middle_name nickname preferred_username profile picture website email email_verified gender birthdate zoneinfo locale phone_number phone_number_verified address updated_at',
    );
  });

  it('is described with its tags, `identities`, and the attributes in another order', async () => {
    const pool = await simulation.createPool();
    delete pool.SchemaAttributes;
    const { SchemaAttributes, UserPoolTags, ...described } = await simulation.describePool(pool.Id);
    expect(described).to.deep.equal(pool);
    expect(UserPoolTags).to.deep.equal({});
    expect(SchemaAttributes?.map(({ Name }) => Name).join(' ')).to.equal(
      'profile address birthdate gender preferred_username updated_at website picture identities sub email_verified phone_number_verified phone_number zoneinfo locale email given_name family_name middle_name name nickname',
    );
    expect(SchemaAttributes?.find(({ Name }) => Name === 'identities')).to.deep.equal({
      Name: 'identities',
      AttributeDataType: 'String',
      DeveloperOnlyAttribute: false,
      Mutable: true,
      Required: false,
      StringAttributeConstraints: {},
    });
  });

  it('keeps the tier, the tags and the sign-in that it was given', async () => {
    const sent = {
      UserPoolTier: 'LITE',
      UserPoolTags: { course: 'cloud' },
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
    };
    expect(await simulation.createPool(sent)).to.deep.include(sent);
  });

  it('changes flags of standard attributes, keeps their limits, and prefixes custom ones', async () => {
    const { SchemaAttributes } = await simulation.createPool({
      Schema: [
        { Name: 'email', Required: true },
        { Name: 'given_name', StringAttributeConstraints: { MinLength: '2' } },
        { Name: 'team', AttributeDataType: 'String' },
        { Name: 'rank', AttributeDataType: 'Number', Mutable: true, NumberAttributeConstraints: { MaxValue: '9' } },
        { Name: 'secret', AttributeDataType: 'Boolean', DeveloperOnlyAttribute: true },
      ],
    });
    const attribute = (name: string) => SchemaAttributes?.find(({ Name }) => Name === name);
    expect(SchemaAttributes).to.have.length(23);
    expect(attribute('email')).to.deep.include({
      Required: true,
      Mutable: true,
      StringAttributeConstraints: { MinLength: '0', MaxLength: '2048' },
    });
    expect(attribute('given_name')?.StringAttributeConstraints).to.deep.equal({ MinLength: '2', MaxLength: '2048' });
    expect(attribute('custom:team')).to.deep.equal({
      Name: 'custom:team',
      AttributeDataType: 'String',
      DeveloperOnlyAttribute: false,
      Mutable: false,
      Required: false,
      StringAttributeConstraints: {},
    });
    expect(attribute('custom:rank')).to.deep.include({
      Mutable: true,
      NumberAttributeConstraints: { MaxValue: '9' },
    });
    expect(attribute('dev:custom:secret')).to.deep.include({ DeveloperOnlyAttribute: true });
  });

  it('fills in the rest of a partial password policy with what is not required', async () => {
    const { Policies } = await simulation.createPool({
      Policies: { PasswordPolicy: { MinimumLength: 12, TemporaryPasswordValidityDays: 0 } },
    });
    expect(Policies?.PasswordPolicy).to.deep.equal({
      MinimumLength: 12,
      RequireUppercase: false,
      RequireLowercase: false,
      RequireNumbers: false,
      RequireSymbols: false,
      TemporaryPasswordValidityDays: 7,
    });
  });

  it('answers one verification text in both its places', async () => {
    const { EmailVerificationMessage, VerificationMessageTemplate } = await simulation.createPool({
      VerificationMessageTemplate: { EmailMessage: 'Code: {####}' },
    });
    expect(EmailVerificationMessage).to.equal('Code: {####}');
    expect(VerificationMessageTemplate).to.deep.equal({
      DefaultEmailOption: 'CONFIRM_WITH_CODE',
      EmailMessage: 'Code: {####}',
    });
  });

  it('counts its users live', async () => {
    const { Id } = await simulation.createPool();
    await simulation.createUser(Id, 'anna');
    simulation.now += 1000;
    await simulation.createUser(Id, 'ben');
    expect(await simulation.describePool(Id)).to.deep.include({
      EstimatedNumberOfUsers: 2,
      LastModifiedDate: new Date(simulation.now - 1000),
    });
  });

  it('is not what the caller changes afterwards', async () => {
    const sent = { UserPoolTags: { a: '1' }, Schema: [{ Name: 'email', Required: true }] };
    const pool = await simulation.createPool(sent);
    sent.UserPoolTags.a = '2';
    pool.SchemaAttributes?.splice(0);
    const described = await simulation.describePool(pool.Id);
    expect(described.UserPoolTags).to.deep.equal({ a: '1' });
    expect(described.SchemaAttributes).to.have.length(21);
  });
});
