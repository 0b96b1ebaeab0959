import { CognitoError, invalidParameter } from '../../errors';
import type { PoolRecord, PoolSettings } from '../../records';

/**
 * What one setting asks of another, whichever operation sets it. Where nothing else is said, the texts were measured
 * on AWS in 2026-09.
 *
 * @param mfa what SetUserPoolMfaConfig set: a pool with another second factor needs no SMS
 * @throws CognitoError `InvalidParameterException` or `FeatureUnavailableInTierException`
 */
export function checkSettings(settings: PoolSettings, mfa: PoolRecord['mfa'] = {}): void {
  checkTier(settings);
  checkVerification(settings);
  checkRecovery(settings);
  checkEmail(settings);
  checkTriggers(settings);
  checkMfa(settings, mfa);
  checkFirstFactors(settings);
}

function checkVerification(settings: PoolSettings): void {
  const verified = settings.AutoVerifiedAttributes ?? [];
  const beforeUpdate = settings.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ?? [];
  if (beforeUpdate.some((attribute) => !verified.includes(attribute)))
    throw invalidParameter(
      'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
    );
  if (verified.includes('phone_number') && !settings.SmsConfiguration)
    throw invalidParameter('SMS configuration is required when phone_number is selected for auto verification');
}

function checkRecovery({ AccountRecoverySetting }: PoolSettings): void {
  const mechanisms = AccountRecoverySetting?.RecoveryMechanisms ?? [];
  const differ = (values: unknown[]) => new Set(values).size === mechanisms.length;
  if (mechanisms.length > 1 && mechanisms.some(({ Name }) => Name === 'admin_only'))
    throw invalidParameter(
      'Invalid account recovery setting parameter. Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.',
    );
  if (!differ(mechanisms.map(({ Name }) => Name)) || !differ(mechanisms.map(({ Priority }) => Priority)))
    throw invalidParameter(
      'Invalid account recovery setting parameter. Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.',
    );
}

function checkEmail({ EmailConfiguration: email }: PoolSettings): void {
  if (email?.EmailSendingAccount === 'DEVELOPER' && !email.SourceArn)
    throw invalidParameter('Source ARN is required to use DEVELOPER email sending owner');
}

function checkTriggers({ LambdaConfig: triggers = {} }: PoolSettings): void {
  if ((triggers.CustomEmailSender ?? triggers.CustomSMSSender) && !triggers.KMSKeyID)
    throw invalidParameter('KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.');
  const { PreTokenGeneration: old, PreTokenGenerationConfig: config } = triggers;
  if (old !== undefined && config?.LambdaArn !== undefined && old !== config.LambdaArn)
    throw invalidParameter(
      "Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's",
    );
}

function checkMfa({ MfaConfiguration = 'OFF', SmsConfiguration }: PoolSettings, mfa: PoolRecord['mfa']): void {
  const hasFactor = [SmsConfiguration, mfa.softwareTokenEnabled, mfa.email].some(Boolean);
  if (MfaConfiguration !== 'OFF' && !hasFactor)
    throw invalidParameter(
      'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
    );
}

function checkFirstFactors(settings: PoolSettings): void {
  const factors = settings.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? ['PASSWORD'];
  if (!factors.includes('PASSWORD'))
    throw invalidParameter('Password should be configured as one of the allowed first auth factors.');
  // Unverified against AWS: both texts are known from tools.
  if (factors.includes('SMS_OTP') && !settings.SmsConfiguration)
    throw invalidParameter(
      'SMS_OTP can not be configured as AuthFactor as user pool is missing valid SMS configuration',
    );
  if (settings.MfaConfiguration === 'ON' && factors.some((factor) => factor === 'SMS_OTP' || factor === 'EMAIL_OTP'))
    throw invalidParameter(
      'Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled',
    );
}

/** The features that a tier lacks, by AWS's names; that of the password history is unverified. */
function checkTier({ UserPoolTier: tier, Policies, LambdaConfig, UserPoolAddOns }: PoolSettings): void {
  if (tier === 'PLUS') return;
  const isLite = tier === 'LITE';
  const { LambdaVersion: tokenTrigger = 'V1_0' } = LambdaConfig?.PreTokenGenerationConfig ?? {};
  const factors = Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? [];
  const unavailable = {
    'Threat Protection': (UserPoolAddOns?.AdvancedSecurityMode ?? 'OFF') !== 'OFF',
    'Passwordless Sign-In': isLite && factors.some((factor) => factor !== 'PASSWORD'),
    'Password History': isLite && (Policies?.PasswordPolicy?.PasswordHistorySize ?? 0) > 0,
    [`Token Customization with Pre-Token Generation Lambda ${tokenTrigger}`]: isLite && tokenTrigger !== 'V1_0',
  };
  const features = Object.keys(unavailable).filter((feature) => unavailable[feature]);
  if (features.length) throw disableFirst(tier, features);
}

/** `FeatureUnavailableInTierException`, for what a pool would have to give up. */
export const disableFirst = (tier = 'ESSENTIALS', features: string[]): CognitoError =>
  new CognitoError(
    'FeatureUnavailableInTierException',
    `The following features need to be disabled for the ${tier} pricing tier configured: ${features.join(', ')}`,
  );
