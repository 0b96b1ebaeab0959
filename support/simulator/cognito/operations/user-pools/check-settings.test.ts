import { expect } from 'chai';
import { Simulation } from '../../../../../tests/support/simulation';

const sms = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'x' };
const aws = 'InvalidParameterException: ';

describe('a pool is refused', () => {
  let simulation: Simulation;
  beforeEach(() => (simulation = new Simulation()));

  const cases: [settings: object, text: string][] = [
    [
      { AliasAttributes: ['email'], UsernameAttributes: ['email'] },
      'Only one of the aliasAttributes or usernameAttributes can be set in a User pool.',
    ],
    [
      { Schema: [{ Name: 'team', AttributeDataType: 'String', Required: true }] },
      'Required custom attributes are not supported currently.',
    ],
    [
      { Schema: [{ Name: 'team' }] },
      'Invalid AttributeDataType input, consider using the provided AttributeDataType enum.',
    ],
    [
      { Schema: [{ Name: 'email', AttributeDataType: 'Number' }] },
      'You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute email',
    ],
    [
      { Schema: [{ Name: 'email', DeveloperOnlyAttribute: true }] },
      'You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute email',
    ],
    [
      {
        Schema: [
          { Name: 'dept', AttributeDataType: 'String' },
          { Name: 'dept', AttributeDataType: 'Number' },
        ],
      },
      'Duplicate custom attribute names custom:dept are not allowed in a user pool schema.',
    ],
    [
      {
        Schema: [
          {
            Name: 'level',
            AttributeDataType: 'String',
            StringAttributeConstraints: { MinLength: '6', MaxLength: '5' },
          },
        ],
      },
      "Attribute custom:level cannot have a max length shorter than it's min length",
    ],
    [
      {
        Schema: [
          {
            Name: 'rank',
            AttributeDataType: 'Number',
            NumberAttributeConstraints: { MinValue: '10', MaxValue: '9' },
          },
        ],
      },
      "Attribute custom:rank cannot have a max value smaller than it's min value",
    ],
    [
      { Schema: [{ Name: 'email', StringAttributeConstraints: { MinLength: 'some' } }] },
      'Invalid StringAttributeConstraints for schema attribute email',
    ],
    [
      { Schema: [{ Name: 'updated_at', NumberAttributeConstraints: { MaxValue: '' } }] },
      'Invalid NumberAttributeConstraints for schema attribute updated_at',
    ],
    [
      { Schema: [{ Name: 'email', StringAttributeConstraints: { MaxLength: '2049' } }] },
      'user.email: String attributes cannot have a length of more than 2048',
    ],
    [
      {
        AdminCreateUserConfig: { UnusedAccountValidityDays: 3 },
        Policies: { PasswordPolicy: { MinimumLength: 8, TemporaryPasswordValidityDays: 3 } },
      },
      'Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays',
    ],
    [
      { MfaConfiguration: 'ON' },
      'Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.',
    ],
    [
      { MfaConfiguration: 'OPTIONAL' },
      'Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.',
    ],
    [
      { AutoVerifiedAttributes: ['phone_number'] },
      'SMS configuration is required when phone_number is selected for auto verification',
    ],
    [
      { UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] } },
      'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
    ],
    [
      { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'SMS_OTP'] } } },
      'SMS_OTP can not be configured as AuthFactor as user pool is missing valid SMS configuration',
    ],
    [
      { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['EMAIL_OTP'] } } },
      'Password should be configured as one of the allowed first auth factors.',
    ],
    [
      {
        MfaConfiguration: 'ON',
        SmsConfiguration: sms,
        Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
      },
      'Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled',
    ],
    [
      {
        AccountRecoverySetting: {
          RecoveryMechanisms: [
            { Priority: 1, Name: 'admin_only' },
            { Priority: 2, Name: 'verified_email' },
          ],
        },
      },
      'Invalid account recovery setting parameter. Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.',
    ],
    [
      {
        AccountRecoverySetting: {
          RecoveryMechanisms: [
            { Priority: 1, Name: 'verified_phone_number' },
            { Priority: 1, Name: 'verified_email' },
          ],
        },
      },
      'Invalid account recovery setting parameter. Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.',
    ],
    [
      { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' } },
      'Source ARN is required to use DEVELOPER email sending owner',
    ],
    [
      {
        LambdaConfig: {
          CustomEmailSender: { LambdaVersion: 'V1_0', LambdaArn: 'arn:aws:lambda:us-east-1:123456789012:function:f' },
        },
      },
      'KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.',
    ],
    [
      {
        LambdaConfig: {
          PreTokenGeneration: 'arn:aws:lambda:us-east-1:123456789012:function:f',
          PreTokenGenerationConfig: {
            LambdaVersion: 'V2_0',
            LambdaArn: 'arn:aws:lambda:us-east-1:123456789012:function:g',
          },
        },
      },
      "Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's",
    ],
    [
      { LambdaConfig: { PreSignUp: 'arn:aws:lambda:eu-west-1:123456789012:function:f' } },
      'Cross-region lambda functions are not supported',
    ],
    [
      { SmsConfiguration: { ...sms, SnsCallerArn: 'arn:aws:iam::210987654321:role/sms' } },
      'Cross-account pass role is not allowed.',
    ],
    [
      { SmsConfiguration: { ...sms, SnsRegion: 'eu-west-1' } },
      'Invalid snsRegion. Allowed SNS region for us-east-1 is us-east-1',
    ],
    [
      {
        EmailConfiguration: {
          EmailSendingAccount: 'DEVELOPER',
          SourceArn: 'arn:aws:ses:eu-north-1:123456789012:identity/example.com',
        },
      },
      'Invalid EmailConfiguration.SourceArn. Provided SourceArn must be in one of the following SES regions: eu-west-1, us-east-1, us-west-2.',
    ],
    [{ EmailConfiguration: { From: 'nobody' } }, 'Provided From email address is invalid'],
  ];
  for (const [settings, text] of cases)
    it(text, async () => {
      expect(await simulation.refusal('CreateUserPool', { PoolName: 'lab', ...settings })).to.equal(aws + text);
    });

  const tiers: [settings: object, tier: string, feature: string][] = [
    [{ UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } }, 'ESSENTIALS', 'Threat Protection'],
    [
      { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } },
      'LITE',
      'Passwordless Sign-In',
    ],
    [{ Policies: { PasswordPolicy: { PasswordHistorySize: 2 } } }, 'LITE', 'Password History'],
    [
      {
        LambdaConfig: {
          PreTokenGenerationConfig: {
            LambdaVersion: 'V2_0',
            LambdaArn: 'arn:aws:lambda:us-east-1:123456789012:function:f',
          },
        },
      },
      'LITE',
      'Token Customization with Pre-Token Generation Lambda V2_0',
    ],
  ];
  for (const [settings, UserPoolTier, feature] of tiers)
    it(`${feature} on ${UserPoolTier}`, async () => {
      const input = { PoolName: 'lab', UserPoolTier, ...settings };
      expect(await simulation.refusal('CreateUserPool', input)).to.equal(
        `FeatureUnavailableInTierException: The following features need to be disabled for the ${UserPoolTier} pricing tier configured: ${feature}`,
      );
      expect(await simulation.refusal('CreateUserPool', { ...input, UserPoolTier: 'PLUS' })).to.equal('accepted');
    });

  it('for tags of AWS or too many', async () => {
    const tags = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 'v']));
    const create = (UserPoolTags: object) => simulation.refusal('CreateUserPool', { PoolName: 'lab', UserPoolTags });
    expect(await create({ 'aws:x': 'v' })).to.match(/^InvalidParameterException: aws:/);
    expect(await create(tags(51))).to.match(/^InvalidParameterException: .*50/);
    expect(await create(tags(50))).to.equal('accepted');
  });
});
