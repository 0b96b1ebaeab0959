import { CognitoError, invalidParameter } from '../../errors';
import type { PoolRecord, PoolSettings } from '../../records';
import { emailPattern } from '../../users/attributes';

/**
 * What one setting asks of another, whichever operation sets it. Where nothing else is said, the texts were measured
 * on AWS in 2026-09.
 *
 * @param owner where the pool is, and whose
 * @param mfa what SetUserPoolMfaConfig set: a pool with another second factor needs no SMS
 * @throws CognitoError `InvalidParameterException` or `FeatureUnavailableInTierException`
 */
export function checkSettings(settings: PoolSettings, owner: Owner, mfa: PoolRecord['mfa'] = {}): void {
  checkTier(settings);
  checkVerification(settings);
  checkRecovery(settings);
  checkEmail(settings, owner);
  checkTriggers(settings, owner);
  checkSms(settings, owner);
  checkMfa(settings, mfa);
  checkFirstFactors(settings, mfa);
}

/** A pool's region and account. */
type Owner = Pick<PoolRecord, 'region' | 'accountId'>;

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

function checkEmail({ EmailConfiguration: email }: PoolSettings, { region }: Owner): void {
  if (email?.EmailSendingAccount === 'DEVELOPER' && !email.SourceArn)
    throw invalidParameter('Source ARN is required to use DEVELOPER email sending owner');
  // Both texts are recorded 2026; that the pool's own region is allowed, too, is documented.
  if (email?.SourceArn !== undefined && ![...sesRegions, region].includes(email.SourceArn.split(':')[3] ?? ''))
    throw invalidParameter(
      `Invalid EmailConfiguration.SourceArn. Provided SourceArn must be in one of the following SES regions: ${sesRegions.join(', ')}.`,
    );
  const from = /<([^<>]*)>\s*$/.exec(email?.From ?? '')?.[1] ?? email?.From;
  if (from && !emailPattern.test(from.trim())) throw invalidParameter('Provided From email address is invalid');
}

/** The regions whose SES sends for user pools elsewhere (recorded 2026). */
const sesRegions = ['eu-west-1', 'us-east-1', 'us-west-2'];

/** Recorded 2026. */
function checkSms({ SmsConfiguration: sms }: PoolSettings, { region, accountId }: Owner): void {
  checkRole(sms?.SnsCallerArn, accountId);
  if (sms?.SnsRegion !== undefined && sms.SnsRegion !== region)
    throw invalidParameter(`Invalid snsRegion. Allowed SNS region for ${region} is ${region}`);
}

/** A role has to be of the pool's account. @throws CognitoError `InvalidParameterException`; the text is recorded 2026 */
export function checkRole(arn: string | undefined, accountId: string): void {
  if (arn !== undefined && (arn.split(':')[4] ?? accountId) !== accountId)
    throw invalidParameter('Cross-account pass role is not allowed.');
}

function checkTriggers({ LambdaConfig: triggers = {} }: PoolSettings, { region }: Owner): void {
  const { KMSKeyID: _, ...functions } = triggers;
  const arns = Object.values(functions).map((each) => (typeof each === 'string' ? each : each?.LambdaArn));
  // Recorded 2026.
  if (arns.some((arn) => arn !== undefined && arn.split(':')[3] !== region))
    throw invalidParameter('Cross-region lambda functions are not supported');
  if ((triggers.CustomEmailSender ?? triggers.CustomSMSSender) && !triggers.KMSKeyID)
    throw invalidParameter('KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.');
  const { PreTokenGeneration: old, PreTokenGenerationConfig: config } = triggers;
  if (old !== undefined && config?.LambdaArn !== undefined && old !== config.LambdaArn)
    throw invalidParameter(
      "Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's",
    );
}

function checkMfa({ MfaConfiguration = 'OFF', SmsConfiguration }: PoolSettings, mfa: PoolRecord['mfa']): void {
  const hasFactor = SmsConfiguration ?? mfa.softwareTokenEnabled ?? mfa.email;
  // Recorded 2026.
  if (MfaConfiguration !== 'OFF' && hasFactor === undefined) throw noFactor();
}

/** Recorded 2026. */
export const noFactor = (): CognitoError =>
  invalidParameter('Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.');

function checkFirstFactors(settings: PoolSettings, mfa: PoolRecord['mfa']): void {
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
  const isTwoFactors = mfa.webAuthn?.FactorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION';
  // Recorded 2026.
  if (settings.MfaConfiguration === 'ON' && factors.includes('WEB_AUTHN') && !isTwoFactors)
    throw invalidParameter(
      'Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor',
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

/** What AWS calls the feature (recorded 2026). */
export const rotationFeature = 'Refresh Token Rotation';

/** `FeatureUnavailableInTierException`, for what a pool would have to give up. */
export const disableFirst = (
  tier = 'ESSENTIALS',
  features: string[],
  code = 'FeatureUnavailableInTierException',
): CognitoError =>
  new CognitoError(
    code,
    `The following features need to be disabled for the ${tier} pricing tier configured: ${features.join(', ')}`,
  );
