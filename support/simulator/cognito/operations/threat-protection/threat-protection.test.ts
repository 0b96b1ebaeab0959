import { expect } from 'chai';
import { Simulation } from '../../../../../tests/support/simulation';

describe('threat protection and logs', () => {
  let simulation: Simulation;
  let UserPoolId: string;
  beforeEach(async () => {
    simulation = new Simulation();
    const plus = { UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } };
    ({ Id: UserPoolId } = await simulation.createPool(plus));
  });

  const blocked = { CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } } };
  const risk = (more: object = {}) => simulation.call('DescribeRiskConfiguration', { UserPoolId, ...more });

  it('keep the risk configuration of a pool, and that of an app client which has its own', async () => {
    const { ClientId } = await simulation.createClient(UserPoolId);
    expect(await risk({ ClientId })).to.deep.equal({ RiskConfiguration: { UserPoolId, ClientId } });
    const ofPool = { UserPoolId, ...blocked, LastModifiedDate: new Date(simulation.now) };
    expect(await simulation.call('SetRiskConfiguration', { UserPoolId, ...blocked })).to.deep.equal({
      RiskConfiguration: ofPool,
    });
    expect(await risk({ ClientId })).to.deep.equal({ RiskConfiguration: ofPool });
    const RiskExceptionConfiguration = { BlockedIPRangeList: ['192.0.2.0/24'] };
    await simulation.call('SetRiskConfiguration', { UserPoolId, ClientId, RiskExceptionConfiguration });
    expect((await risk({ ClientId })).RiskConfiguration).to.deep.include({ ClientId, RiskExceptionConfiguration });
    expect(await risk()).to.deep.equal({ RiskConfiguration: ofPool });
  });

  it('need it to be on, and a pool and a client that are there', async () => {
    const { Id } = await simulation.createPool();
    expect(await simulation.refusal('SetRiskConfiguration', { UserPoolId: Id, ...blocked })).to.match(
      /^UserPoolAddOnNotEnabledException/,
    );
    for (const operation of ['SetRiskConfiguration', 'DescribeRiskConfiguration'])
      expect(await simulation.refusal(operation, { UserPoolId, ClientId: 'nobody' })).to.match(
        /^ResourceNotFoundException/,
      );
    expect(await simulation.refusal('GetLogDeliveryConfiguration', { UserPoolId: 'us-east-1_None' })).to.equal(
      'ResourceNotFoundException: User pool us-east-1_None does not exist.',
    );
  });

  const log = (EventSource: string, more: object = {}) => ({
    LogLevel: 'ERROR',
    EventSource,
    CloudWatchLogsConfiguration: { LogGroupArn: 'arn:aws:logs:us-east-1:123456789012:log-group:x' },
    ...more,
  });

  it('keep where logs go', async () => {
    const get = () => simulation.call('GetLogDeliveryConfiguration', { UserPoolId });
    expect(await get()).to.deep.equal({ LogDeliveryConfiguration: { UserPoolId, LogConfigurations: [] } });
    const LogConfigurations = [log('userNotification'), log('userAuthEvents', { LogLevel: 'INFO' })];
    const expected = { LogDeliveryConfiguration: { UserPoolId, LogConfigurations } };
    expect(await simulation.call('SetLogDeliveryConfiguration', { UserPoolId, LogConfigurations })).to.deep.equal(
      expected,
    );
    expect(await get()).to.deep.equal(expected);
  });

  it('refuse two destinations, none, a source twice, and the sign-ins of another tier', async () => {
    const refusal = (...LogConfigurations: object[]) =>
      simulation.refusal('SetLogDeliveryConfiguration', { UserPoolId, LogConfigurations });
    const two = { S3Configuration: { BucketArn: 'arn:aws:s3:::bucket' } };
    expect(await refusal(log('userNotification', two))).to.match(/^InvalidParameterException/);
    expect(await refusal({ LogLevel: 'ERROR', EventSource: 'userNotification' })).to.match(/^InvalidParameter/);
    expect(await refusal(log('userNotification'), log('userNotification'))).to.match(/^InvalidParameterException/);
    ({ Id: UserPoolId } = await simulation.createPool());
    expect(await refusal(log('userAuthEvents'))).to.match(/^FeatureUnavailableInTierException/);
  });
});
