import { expect } from 'chai';
import { Simulation } from '../../../../../tests/support/simulation';

const sms = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms', ExternalId: 'x' };
const aws = 'InvalidParameterException: ';

describe('second factors', () => {
  let simulation: Simulation;
  beforeEach(() => (simulation = new Simulation()));

  const set = (Id: string, input: object) => simulation.call('SetUserPoolMfaConfig', { UserPoolId: Id, ...input });
  const refused = (Id: string, input: object) =>
    simulation.refusal('SetUserPoolMfaConfig', { UserPoolId: Id, ...input });
  const token = { SoftwareTokenMfaConfiguration: { Enabled: true } };

  it('are off', async () => {
    const { Id } = await simulation.createPool();
    expect(await simulation.call('GetUserPoolMfaConfig', { UserPoolId: Id })).to.deep.equal({
      MfaConfiguration: 'OFF',
    });
  });

  it('are replaced as a whole', async () => {
    const { Id } = await simulation.createPool();
    const on = { MfaConfiguration: 'ON', ...token };
    expect(await set(Id, on)).to.deep.equal(on);
    expect(await simulation.call('GetUserPoolMfaConfig', { UserPoolId: Id })).to.deep.equal(on);
    expect(await simulation.describePool(Id)).to.include({ MfaConfiguration: 'ON' });
    expect(await set(Id, {})).to.deep.equal({ MfaConfiguration: 'OFF' });
  });

  it('by SMS set the role of the pool', async () => {
    const { Id } = await simulation.createPool();
    await set(Id, {
      MfaConfiguration: 'OPTIONAL',
      SmsMfaConfiguration: { SmsAuthenticationMessage: 'Code {####}', SmsConfiguration: sms },
    });
    expect(await simulation.describePool(Id)).to.deep.include({
      SmsConfiguration: sms,
      SmsAuthenticationMessage: 'Code {####}',
    });
  });

  it('let an update turn MFA on without SMS, and off with the factor', async () => {
    const { Id } = await simulation.createPool();
    await set(Id, { MfaConfiguration: 'OPTIONAL', ...token });
    await simulation.call('UpdateUserPool', { UserPoolId: Id, MfaConfiguration: 'ON' });
    await simulation.call('UpdateUserPool', { UserPoolId: Id, MfaConfiguration: 'OFF' });
    expect(await simulation.call('GetUserPoolMfaConfig', { UserPoolId: Id })).to.deep.equal({
      MfaConfiguration: 'OFF',
    });
  });

  it('are refused where they contradict each other', async () => {
    const { Id } = await simulation.createPool();
    const together = `${aws}Invalid MFA configuration given, can't turn off MFA and configure an MFA together.`;
    const none = `${aws}Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.`;
    expect(await refused(Id, { MfaConfiguration: 'OFF', ...token })).to.equal(together);
    expect(await refused(Id, token)).to.equal(together);
    expect(await refused(Id, { MfaConfiguration: 'ON' })).to.equal(none);
    expect(await refused(Id, { MfaConfiguration: 'OPTIONAL' })).to.equal(none);
    expect(await refused(Id, { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: false } })).to.equal(
      'accepted',
    );
    expect(await refused(Id, { WebAuthnConfiguration: { RelyingPartyId: 'https://example.com' } })).to.equal(
      `${aws}RelyingPartyId contains invalid characters`,
    );
    expect(await refused(Id, { MfaConfiguration: 'ON', EmailMfaConfiguration: {} })).to.match(
      /^InvalidParameterException: Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT/,
    );
  });

  it('are required together with a password alone', async () => {
    const { Id } = await simulation.createPool({
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    });
    expect(await refused(Id, { MfaConfiguration: 'ON', ...token })).to.equal(
      `${aws}Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled`,
    );
    expect(await refused(Id, { MfaConfiguration: 'OPTIONAL', ...token })).to.equal('accepted');
    const passkeys = await simulation.createPool({
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
    });
    expect(await refused(passkeys.Id, { MfaConfiguration: 'ON', ...token })).to.equal(
      `${aws}Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed first auth factor`,
    );
    const WebAuthnConfiguration = { FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' };
    expect(await refused(passkeys.Id, { MfaConfiguration: 'ON', ...token, WebAuthnConfiguration })).to.equal(
      'accepted',
    );
  });

  it('by email need another tier than LITE', async () => {
    const { Id } = await simulation.createPool({ UserPoolTier: 'LITE' });
    expect(await refused(Id, { MfaConfiguration: 'ON', EmailMfaConfiguration: {} })).to.match(
      /^FeatureUnavailableInTierException/,
    );
  });
});
