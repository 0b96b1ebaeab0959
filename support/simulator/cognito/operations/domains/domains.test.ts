import { expect } from 'chai';
import { Simulation } from '../../../../../tests/support/simulation';

const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/4a1b';
const custom = { Domain: 'auth.example.com', CustomDomainConfig: { CertificateArn: certificate } };
const invalid = 'InvalidParameterException: ';

describe('domains', () => {
  let simulation: Simulation;
  let UserPoolId: string;
  beforeEach(async () => {
    simulation = new Simulation();
    UserPoolId = (await simulation.createPool()).Id;
  });
  const describeDomain = (Domain: string, region?: string) =>
    simulation.call<{ DomainDescription: object }>('DescribeUserPoolDomain', { Domain }, region);

  it('are described, and named by their pool', async () => {
    expect(await simulation.call('CreateUserPoolDomain', { UserPoolId, Domain: 'my-lab' })).to.deep.equal({});
    const { DomainDescription } = await describeDomain('my-lab');
    expect(DomainDescription).to.deep.include({
      UserPoolId,
      AWSAccountId: '123456789012',
      Domain: 'my-lab',
      S3Bucket: 'aws-cognito-prod-iad-assets',
      Version: '20260924120000',
      Status: 'ACTIVE',
      CustomDomainConfig: {},
      ManagedLoginVersion: 1,
    });
    expect(DomainDescription)
      .to.have.property('CloudFrontDistribution')
      .that.matches(/^d[0-9a-z]{13}\.cloudfront\.net$/);
    expect(await simulation.describePool(UserPoolId)).to.include({ Domain: 'my-lab' });
  });

  it('are described as nothing where there is none', async () => {
    await simulation.call('CreateUserPoolDomain', { UserPoolId, Domain: 'my-lab' });
    expect(await describeDomain('other')).to.deep.equal({ DomainDescription: {} });
    expect(await describeDomain('my-lab', 'eu-west-1')).to.deep.equal({ DomainDescription: {} });
  });

  it('can be the own of a pool, with a certificate', async () => {
    const { CloudFrontDomain } = await simulation.call('CreateUserPoolDomain', { UserPoolId, ...custom });
    expect(CloudFrontDomain).to.match(/cloudfront\.net$/);
    await simulation.call('CreateUserPoolDomain', { UserPoolId, Domain: 'my-lab' });
    expect(await simulation.describePool(UserPoolId)).to.include({ Domain: 'my-lab', CustomDomain: custom.Domain });
    const { DomainDescription } = await describeDomain(custom.Domain);
    expect(DomainDescription).to.deep.include({ CustomDomainConfig: custom.CustomDomainConfig });
  });

  it('are updated', async () => {
    await simulation.call('CreateUserPoolDomain', { UserPoolId, Domain: 'my-lab' });
    await simulation.call('CreateUserPoolDomain', { UserPoolId, ...custom });
    await simulation.call('UpdateUserPoolDomain', { UserPoolId, Domain: 'my-lab', ManagedLoginVersion: 2 });
    expect((await describeDomain('my-lab')).DomainDescription).to.include({ ManagedLoginVersion: 2 });
    const CustomDomainConfig = { CertificateArn: `${certificate}2` };
    await simulation.call('UpdateUserPoolDomain', { UserPoolId, Domain: custom.Domain, CustomDomainConfig });
    expect((await describeDomain(custom.Domain)).DomainDescription).to.deep.include({ CustomDomainConfig });
  });

  it('are deleted', async () => {
    await simulation.call('CreateUserPoolDomain', { UserPoolId, Domain: 'my-lab' });
    await simulation.call('DeleteUserPoolDomain', { UserPoolId, Domain: 'my-lab' });
    expect(await describeDomain('my-lab')).to.deep.equal({ DomainDescription: {} });
    expect(await simulation.describePool(UserPoolId)).not.to.have.property('Domain');
    expect(await simulation.refusal('DeleteUserPool', { UserPoolId })).to.equal('accepted');
  });

  describe('are refused', () => {
    const create = (input: object) => simulation.refusal('CreateUserPoolDomain', { UserPoolId, ...input });

    it('for a name that is none', async () => {
      for (const Domain of ['My-Lab', '-lab', 'lab-', 'my.lab', 'my lab'])
        expect(await create({ Domain }), Domain).to.equal(
          `${invalid}The domain name contains an invalid character. Domain names can only contain lower-case letters, numbers, and hyphens. Please enter a different name that follows this format: ^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$`,
        );
      expect(await create({ Domain: 'x'.repeat(64) })).to.match(/Member must have length less than or equal to 63$/);
    });

    it('for a reserved word, between hyphens', async () => {
      for (const word of ['aws', 'amazon', 'cognito'])
        expect(await create({ Domain: `my-${word}-lab` })).to.equal(
          `${invalid}Domain cannot contain reserved word: ${word}`,
        );
      expect(await create({ Domain: 'my-awsome-lab' })).to.equal('accepted');
    });

    it("for another pool's name", async () => {
      const other = await simulation.createPool();
      await simulation.call('CreateUserPoolDomain', { UserPoolId: other.Id, Domain: 'my-lab' });
      expect(await create({ Domain: 'my-lab' })).to.equal(
        `${invalid}Domain already associated with another user pool.`,
      );
    });

    it('for a second one', async () => {
      await create({ Domain: 'my-lab' });
      expect(await create({ Domain: 'my-other' })).to.equal(`${invalid}User pool already has a domain configured.`);
    });

    it('for a custom one without a parent', async () => {
      expect(await create({ ...custom, Domain: 'example.com' })).to.match(
        /^InvalidParameterException: Custom domain is not a valid subdomain/,
      );
    });

    it('with the new login pages on LITE', async () => {
      const lite = await simulation.createPool({ UserPoolTier: 'LITE' });
      expect(await create({ UserPoolId: lite.Id, Domain: 'my-lab', ManagedLoginVersion: 2 })).to.equal(
        'FeatureUnavailableInTierException: The following feature is not available for the LITE pricing tier configured: Managed Login Version 2',
      );
      expect(await create({ Domain: 'my-lab', ManagedLoginVersion: 3 })).to.match(/^InvalidParameterException/);
    });

    it('where the pool or the domain is not there', async () => {
      expect(await create({ UserPoolId: 'us-east-1_None', Domain: 'my-lab' })).to.equal(
        'ResourceNotFoundException: User pool us-east-1_None does not exist.',
      );
      for (const operation of ['UpdateUserPoolDomain', 'DeleteUserPoolDomain'])
        expect(await simulation.refusal(operation, { UserPoolId, Domain: 'my-lab' }), operation).to.equal(
          `${invalid}No such domain or user pool exists.`,
        );
    });
  });
});
