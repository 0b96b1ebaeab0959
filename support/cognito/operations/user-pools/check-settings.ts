import { CognitoError, invalidParameter } from '../../errors';
import type { PoolRecord, PoolSettings } from '../../records';

/**
 * What one setting asks of another, whichever operation sets it.
 *
 * @param mfa what SetUserPoolMfaConfig set: a pool with software tokens needs no SMS
 * @throws CognitoError `InvalidParameterException` or `FeatureUnavailableInTierException`
 */
export function checkSettings(settings: PoolSettings, mfa: PoolRecord['mfa'] = {}): void {
  checkTier(settings);
  checkVerification(settings);
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
  // Unverified against AWS: the text is known from a tool's issue.
  if (verified.includes('phone_number') && !settings.SmsConfiguration)
    throw invalidParameter('SMS configuration is required when phone_number is selected for auto verification');
}

function checkMfa({ MfaConfiguration = 'OFF', SmsConfiguration }: PoolSettings, mfa: PoolRecord['mfa']): void {
  const hasFactor = [SmsConfiguration, mfa.softwareTokenEnabled, mfa.email].some(Boolean);
  if (MfaConfiguration !== 'OFF' && !hasFactor)
    throw invalidParameter(
      'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
    );
}

function checkFirstFactors(settings: PoolSettings): void {
  const factors = settings.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? [];
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

/** The features that a tier lacks. Of their names only `Threat Protection` is known from AWS. */
function checkTier(settings: PoolSettings): void {
  const { UserPoolTier: tier, Policies, LambdaConfig, UserPoolAddOns } = settings;
  if (tier === 'PLUS') return;
  const tokenVersion = LambdaConfig?.PreTokenGenerationConfig?.LambdaVersion ?? 'V1_0';
  const factors = Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? [];
  const security = UserPoolAddOns?.AdvancedSecurityMode ?? 'OFF';
  const unavailable = [
    security !== 'OFF' && 'Threat Protection',
    tier === 'LITE' && factors.some((factor) => factor !== 'PASSWORD') && 'Passwordless Authentication',
    tier === 'LITE' && (Policies?.PasswordPolicy?.PasswordHistorySize ?? 0) > 0 && 'Password History',
    tier === 'LITE' && tokenVersion !== 'V1_0' && 'Access Token Customization',
  ].filter((feature) => feature !== false);
  if (unavailable.length) throw featureUnavailable(tier, unavailable);
}

/** Known from a report of `Threat Protection` on ESSENTIALS; unverified for the other features. */
export const featureUnavailable = (tier = 'LITE', features: string[]): CognitoError =>
  new CognitoError(
    'FeatureUnavailableInTierException',
    `The following features need to be disabled for the ${tier} pricing tier configured: ${features.join(', ')}`,
  );
