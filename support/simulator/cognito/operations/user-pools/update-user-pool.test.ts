import { expect } from 'chai';
import { Simulation } from '../../../../../tests/support/simulation';

const aws = 'InvalidParameterException: ';

describe('updating a pool', () => {
  let simulation: Simulation;
  beforeEach(() => (simulation = new Simulation()));

  const everything = {
    Policies: {
      PasswordPolicy: {
        MinimumLength: 10,
        RequireUppercase: false,
        RequireLowercase: true,
        RequireNumbers: true,
        RequireSymbols: false,
        TemporaryPasswordValidityDays: 3,
      },
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] },
    },
    DeletionProtection: 'ACTIVE',
    UserPoolTier: 'PLUS',
    AutoVerifiedAttributes: ['email'],
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    UserPoolTags: { course: 'cloud' },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' },
    DeviceConfiguration: { ChallengeRequiredOnNewDevice: true },
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    EmailVerificationMessage: 'Code: {####}',
    AccountRecoverySetting: { RecoveryMechanisms: [{ Priority: 1, Name: 'admin_only' }] },
    LambdaConfig: { PreSignUp: 'arn:aws:lambda:us-east-1:123456789012:function:f' },
  };

  it('keeps and resets what is omitted, field by field', async () => {
    const { Id } = await simulation.createPool(everything);
    simulation.now += 5000;
    const AutoVerifiedAttributes = ['email'];
    expect(await simulation.call('UpdateUserPool', { UserPoolId: Id, AutoVerifiedAttributes })).to.deep.equal({});
    const after = await simulation.describePool(Id);
    const { Policies, DeletionProtection, UserPoolTier, UsernameAttributes, UsernameConfiguration } = everything;
    const { UserAttributeUpdateSettings } = everything;
    expect(after, 'kept').to.deep.include({
      ...{ Policies, DeletionProtection, UserPoolTier, UsernameAttributes, UsernameConfiguration },
      UserAttributeUpdateSettings,
      Name: 'lab',
      LastModifiedDate: new Date(simulation.now),
    });
    expect(after, 'reset').to.deep.include({
      UserPoolTags: {},
      LambdaConfig: {},
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
      VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
      EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
    });
    expect(after.AccountRecoverySetting?.RecoveryMechanisms).to.have.length(2);
    const off = { AttributesRequireVerificationBeforeUpdate: [] };
    await simulation.call('UpdateUserPool', { UserPoolId: Id, UserAttributeUpdateSettings: off });
    const last = await simulation.describePool(Id);
    expect(last, 'turned off').to.deep.include({ UserAttributeUpdateSettings: off });
    expect(last, 'gone').not.to.have.any.keys(
      'AutoVerifiedAttributes',
      'UserPoolAddOns',
      'DeviceConfiguration',
      'EmailVerificationMessage',
    );
  });

  it('keeps the sub-key of Policies that is omitted', async () => {
    const { Id } = await simulation.createPool(everything);
    const SignInPolicy = { AllowedFirstAuthFactors: ['PASSWORD'] };
    const AutoVerifiedAttributes = ['email'];
    const update = (Policies: object) =>
      simulation.call('UpdateUserPool', { UserPoolId: Id, AutoVerifiedAttributes, Policies });
    await update({ SignInPolicy });
    expect((await simulation.describePool(Id)).Policies).to.deep.equal({ ...everything.Policies, SignInPolicy });
    const PasswordPolicy = { ...everything.Policies.PasswordPolicy, MinimumLength: 20 };
    await update({ PasswordPolicy });
    expect((await simulation.describePool(Id)).Policies).to.deep.equal({ PasswordPolicy, SignInPolicy });
  });

  it('renames', async () => {
    const { Id } = await simulation.createPool();
    await simulation.call('UpdateUserPool', { UserPoolId: Id, PoolName: 'renamed' });
    expect(await simulation.describePool(Id)).to.include({ Name: 'renamed' });
  });

  it('needs the automatic verification again for the one before an update', async () => {
    const { Id } = await simulation.createPool(everything);
    const UserAttributeUpdateSettings = { AttributesRequireVerificationBeforeUpdate: ['email'] };
    expect(await simulation.refusal('UpdateUserPool', { UserPoolId: Id, UserAttributeUpdateSettings })).to.equal(
      `${aws}All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes`,
    );
  });

  it('changes nothing when it is refused', async () => {
    const { Id } = await simulation.createPool(everything);
    const before = await simulation.describePool(Id);
    simulation.now += 1;
    await simulation.refusal('UpdateUserPool', { UserPoolId: Id, PoolName: 'renamed', MfaConfiguration: 'ON' });
    expect(await simulation.describePool(Id)).to.deep.equal(before);
  });
});
