import type {
  CreateUserPoolCommandInput,
  LambdaConfigType,
  PasswordPolicyType,
  UpdateUserPoolCommandInput,
  UserAttributeUpdateSettingsType,
  UserPoolPolicyType,
} from '@aws-sdk/client-cognito-identity-provider';
import { defaultPasswordPolicy } from '../../../../common/default-password-policy';
import { invalidParameter } from '../../errors';
import { withoutUndefined } from '../../without-undefined';
import type { PoolSettings } from '../../records';
import { zeroAsDefault } from '../../zero-as-default';

type Sent = Partial<CreateUserPoolCommandInput> & Omit<UpdateUserPoolCommandInput, 'UserPoolId'>;

/**
 * @throws CognitoError `InvalidParameterException` for members that must not be sent together
 */
export function checkSent({ AdminCreateUserConfig, Policies }: Sent): void {
  // The text is known from tools that ran against AWS.
  if (AdminCreateUserConfig?.UnusedAccountValidityDays && Policies?.PasswordPolicy?.TemporaryPasswordValidityDays)
    throw invalidParameter(
      'Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays',
    );
}

/**
 * A new pool's settings: what was sent, and AWS's defaults for what was not (recorded 2026-09). What has no default
 * stays absent.
 */
export function newSettings(sent: Sent): PoolSettings {
  return withoutUndefined({
    ...resettable(sent),
    Policies: policies(sent.Policies),
    UserAttributeUpdateSettings: attributeUpdates(sent.UserAttributeUpdateSettings),
    DeletionProtection: sent.DeletionProtection ?? 'INACTIVE',
    MfaConfiguration: sent.MfaConfiguration ?? 'OFF',
    UserPoolTier: sent.UserPoolTier ?? 'ESSENTIALS',
    AliasAttributes: named(sent.AliasAttributes),
    UsernameAttributes: named(sent.UsernameAttributes),
    UsernameConfiguration: sent.UsernameConfiguration,
    IssuerConfiguration: { Type: 'ORIGINAL' as const, ...sent.IssuerConfiguration },
    KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' as const, ...sent.KeyConfiguration },
  });
}

/**
 * The settings after an update. What is omitted is kept or reset field by field: Policies, MfaConfiguration and the
 * tier were measured to stay, AutoVerifiedAttributes to go; UserAttributeUpdateSettings stay, as the Terraform
 * provider's tests on AWS show; the documentation and field reports say of the rest
 * that it goes. DeletionProtection was never measured: it is kept here, unverified against AWS.
 */
export function updatedSettings(before: PoolSettings, sent: Sent): PoolSettings {
  return withoutUndefined({
    ...resettable(sent),
    Policies: policies(sent.Policies, before.Policies),
    UserAttributeUpdateSettings: sent.UserAttributeUpdateSettings
      ? attributeUpdates(sent.UserAttributeUpdateSettings)
      : before.UserAttributeUpdateSettings,
    DeletionProtection: sent.DeletionProtection ?? before.DeletionProtection,
    MfaConfiguration: sent.MfaConfiguration ?? before.MfaConfiguration,
    UserPoolTier: sent.UserPoolTier ?? before.UserPoolTier,
    AliasAttributes: before.AliasAttributes,
    UsernameAttributes: before.UsernameAttributes,
    UsernameConfiguration: before.UsernameConfiguration,
    IssuerConfiguration: before.IssuerConfiguration,
    KeyConfiguration: before.KeyConfiguration,
  });
}

/** What an update sets back to its default where it is not sent. */
function resettable(sent: Sent): PoolSettings {
  const template = sent.VerificationMessageTemplate;
  const email = sent.EmailVerificationMessage ?? template?.EmailMessage;
  const subject = sent.EmailVerificationSubject ?? template?.EmailSubject;
  const sms = sent.SmsVerificationMessage ?? template?.SmsMessage;
  return {
    AutoVerifiedAttributes: named(sent.AutoVerifiedAttributes),
    LambdaConfig: triggers(sent.LambdaConfig),
    // The same text is set and answered in two places; unverified against AWS.
    SmsVerificationMessage: sms,
    EmailVerificationMessage: email,
    EmailVerificationSubject: subject,
    VerificationMessageTemplate: withoutUndefined({
      DefaultEmailOption: 'CONFIRM_WITH_CODE' as const,
      ...template,
      SmsMessage: sms,
      EmailMessage: email,
      EmailSubject: subject,
    }),
    SmsAuthenticationMessage: sent.SmsAuthenticationMessage,
    DeviceConfiguration: sent.DeviceConfiguration,
    EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT', ...sent.EmailConfiguration },
    SmsConfiguration: sent.SmsConfiguration,
    AdminCreateUserConfig: {
      AllowAdminCreateUserOnly: false,
      // Mirrors the newer setting that replaces it; unverified against AWS.
      UnusedAccountValidityDays: zeroAsDefault(sent.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays, 7),
      ...sent.AdminCreateUserConfig,
    },
    UserPoolAddOns: sent.UserPoolAddOns,
    AccountRecoverySetting: sent.AccountRecoverySetting ?? {
      RecoveryMechanisms: [
        { Priority: 1, Name: 'verified_email' },
        { Priority: 2, Name: 'verified_phone_number' },
      ],
    },
  };
}

/**
 * A pre-token generation trigger of version 1 is one setting in two places, and answered in both (recorded 2025, and in
 * AWS's API reference).
 */
function triggers(sent: LambdaConfigType = {}): LambdaConfigType {
  const { PreTokenGeneration: arn, PreTokenGenerationConfig: config } = sent;
  if (arn !== undefined && !config)
    return { ...sent, PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: arn } };
  return config?.LambdaVersion === 'V1_0' ? { ...sent, PreTokenGeneration: config.LambdaArn } : sent;
}

/** Nothing needs to be verified before an update where nothing was said. */
const attributeUpdates = (sent: UserAttributeUpdateSettingsType = {}): UserAttributeUpdateSettingsType => ({
  AttributesRequireVerificationBeforeUpdate: [],
  ...sent,
});

function policies(sent: UserPoolPolicyType = {}, before: UserPoolPolicyType = {}): UserPoolPolicyType {
  return {
    PasswordPolicy: sent.PasswordPolicy
      ? completed(sent.PasswordPolicy)
      : (before.PasswordPolicy ?? { ...defaultPasswordPolicy }),
    SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'], ...before.SignInPolicy, ...sent.SignInPolicy },
  };
}

/**
 * A policy sent in part: a kind of character that is not named is not required (measured on AWS by others, 2026-08).
 * The default of the length is unverified. Zero days mean the default, too (documented).
 */
function completed(sent: PasswordPolicyType): PasswordPolicyType {
  return {
    RequireUppercase: false,
    RequireLowercase: false,
    RequireNumbers: false,
    RequireSymbols: false,
    ...sent,
    MinimumLength: sent.MinimumLength ?? defaultPasswordPolicy.MinimumLength,
    TemporaryPasswordValidityDays: zeroAsDefault(
      sent.TemporaryPasswordValidityDays,
      defaultPasswordPolicy.TemporaryPasswordValidityDays,
    ),
  };
}

/** An empty list of attributes is answered as none; unverified against AWS. */
const named = <T>(attributes: T[] | undefined): T[] | undefined => (attributes?.length ? attributes : undefined);
