import { expect } from 'chai';
import { Simulation } from '../../../../../tests/support/simulation';

const details = { client_id: 'id', client_secret: 'secret', authorize_scopes: 'openid email' };
const google = { ProviderName: 'Google', ProviderType: 'Google', ProviderDetails: details };
const oidc = {
  ProviderName: 'school',
  ProviderType: 'OIDC',
  ProviderDetails: { ...details, oidc_issuer: 'https://school.example', attributes_request_method: 'GET' },
};
const saml = {
  ProviderName: 'office',
  ProviderType: 'SAML',
  ProviderDetails: { MetadataURL: 'https://office.example' },
};

describe('identity providers', () => {
  let simulation: Simulation;
  let UserPoolId: string;
  beforeEach(async () => {
    simulation = new Simulation();
    UserPoolId = (await simulation.createPool()).Id;
  });
  const create = async (input: object) =>
    (await simulation.call('CreateIdentityProvider', { UserPoolId, ...input })).IdentityProvider;

  it('are created with what AWS adds, and described alike', async () => {
    const created = await create({ ...google, AttributeMapping: { email: 'email' }, IdpIdentifiers: ['mail.example'] });
    expect(created).to.deep.equal({
      UserPoolId,
      ...google,
      ProviderDetails: {
        ...details,
        attributes_url: 'https://people.googleapis.com/v1/people/me?personFields=',
        attributes_url_add_attributes: 'true',
        authorize_url: 'https://accounts.google.com/o/oauth2/v2/auth',
        oidc_issuer: 'https://accounts.google.com',
        token_request_method: 'POST',
        token_url: 'https://www.googleapis.com/oauth2/v4/token',
      },
      AttributeMapping: { username: 'sub', email: 'email' },
      IdpIdentifiers: ['mail.example'],
      CreationDate: new Date(simulation.now),
      LastModifiedDate: new Date(simulation.now),
    });
    for (const [operation, input] of [
      ['DescribeIdentityProvider', { ProviderName: 'Google' }],
      ['GetIdentityProviderByIdentifier', { IdpIdentifier: 'mail.example' }],
    ] as const)
      expect(await simulation.call(operation, { UserPoolId, ...input })).to.deep.equal({ IdentityProvider: created });
  });

  it('are listed by name, a page at a time, without their details', async () => {
    for (const provider of [saml, google, oidc]) await create(provider);
    interface Page {
      Providers: { ProviderName: string }[];
      NextToken?: string;
    }
    const list = (input: object) => simulation.call<Page>('ListIdentityProviders', { UserPoolId, ...input });
    const first = await list({ MaxResults: 2 });
    const second = await list({ MaxResults: 2, NextToken: first.NextToken });
    const listed = [...first.Providers, ...second.Providers];
    expect(listed.map(({ ProviderName }) => ProviderName)).to.deep.equal(['Google', 'office', 'school']);
    expect(listed[0]).to.have.all.keys('ProviderName', 'ProviderType', 'CreationDate', 'LastModifiedDate');
  });

  it('keep what an update omits', async () => {
    await create({ ...oidc, IdpIdentifiers: ['a'] });
    simulation.now += 1000;
    const { IdentityProvider } = await simulation.call('UpdateIdentityProvider', {
      UserPoolId,
      ProviderName: 'school',
      AttributeMapping: { email: 'mail' },
    });
    expect(IdentityProvider).to.deep.include({
      AttributeMapping: { username: 'sub', email: 'mail' },
      LastModifiedDate: new Date(simulation.now),
      CreationDate: new Date(simulation.now - 1000),
    });
    expect(IdentityProvider).to.have.property('ProviderDetails').that.includes(oidc.ProviderDetails);
    expect(IdentityProvider).not.to.have.property('IdpIdentifiers');
    const describe = () => simulation.call('DescribeIdentityProvider', { UserPoolId, ProviderName: 'school' });
    expect((await describe()).IdentityProvider).to.deep.include({ IdpIdentifiers: ['a'] });
    await simulation.call('UpdateIdentityProvider', { UserPoolId, ProviderName: 'school', AttributeMapping: {} });
    expect((await describe()).IdentityProvider).to.deep.include({ AttributeMapping: {} });
    const again = { UserPoolId, ProviderName: 'school', IdpIdentifiers: ['a', 'b'] };
    expect((await simulation.call('UpdateIdentityProvider', again)).IdentityProvider).to.deep.include({
      IdpIdentifiers: ['a', 'b'],
    });
  });

  it('can be named by an app client while they are there', async () => {
    await create(google);
    const SupportedIdentityProviders = ['Google'];
    const { ClientId } = await simulation.createClient(UserPoolId, { SupportedIdentityProviders });
    await simulation.call('DeleteIdentityProvider', { UserPoolId, ProviderName: 'Google' });
    expect(
      await simulation.refusal('UpdateUserPoolClient', { UserPoolId, ClientId, SupportedIdentityProviders }),
    ).to.equal(`InvalidParameterException: The provider Google does not exist for User Pool ${UserPoolId}.`);
  });

  it('are not found once they are deleted', async () => {
    await create(google);
    await simulation.call('DeleteIdentityProvider', { UserPoolId, ProviderName: 'Google' });
    for (const [operation, words] of [
      ['DescribeIdentityProvider', `Google for tenantId ${UserPoolId}`],
      ['UpdateIdentityProvider', `Google in User Pool ${UserPoolId}`],
      ['DeleteIdentityProvider', 'Google'],
    ] as const)
      expect(await simulation.refusal(operation, { UserPoolId, ProviderName: 'Google' }), operation).to.equal(
        `ResourceNotFoundException: Identity provider ${words} does not exist.`,
      );
    expect(
      await simulation.refusal('GetIdentityProviderByIdentifier', { UserPoolId, IdpIdentifier: 'mail.example' }),
    ).to.match(/^ResourceNotFoundException/);
  });

  describe('are refused', () => {
    const invalid = 'InvalidParameterException: ';
    const cases: [name: string, provider: object, text: string][] = [
      [
        'for a social name of their own',
        { ...google, ProviderName: 'Mine' },
        `${invalid}Provider Mine cannot be of type Google.`,
      ],
      [
        'for a social detail that is missing',
        { ...google, ProviderDetails: { client_id: 'id' } },
        `${invalid}clientId, clientSecret and authorizeScopes are all required idp details.`,
      ],
      [
        "for a detail of Apple's that is missing",
        { ProviderName: 'SignInWithApple', ProviderType: 'SignInWithApple', ProviderDetails: details },
        `${invalid}clientId, privateKey, teamId, and keyId are all required idp details.`,
      ],
      [
        'for a detail of OIDC that is missing',
        { ...oidc, ProviderDetails: details },
        `${invalid}clientId, authorizeScopes, oidcIssuer and attributesRequestMethod are all required idp details.`,
      ],
      [
        'for an issuer without HTTPS',
        { ...oidc, ProviderDetails: { ...oidc.ProviderDetails, oidc_issuer: 'http://school.example' } },
        `${invalid}OIDC endpoint must start with https://`,
      ],
      [
        'for a method that is none',
        { ...oidc, ProviderDetails: { ...oidc.ProviderDetails, attributes_request_method: 'PUT' } },
        `${invalid}1 validation error detected: Value 'PUT' at 'providerConfiguration.oidcConfig.attributesRequestMethod' failed to satisfy constraint: Member must satisfy enum value set: [POST, GET]`,
      ],
      [
        'for SAML without metadata',
        { ...saml, ProviderDetails: {} },
        `${invalid}At least one of the MetadataURL or MetadataFile should be provided.`,
      ],
      [
        'for SAML with metadata twice',
        { ...saml, ProviderDetails: { MetadataURL: 'https://a.example', MetadataFile: '<x/>' } },
        `${invalid}Only one of the MetadataURL or MetadataFile should be provided.`,
      ],
    ];
    for (const [name, provider, text] of cases)
      it(name, async () => {
        expect(await simulation.refusal('CreateIdentityProvider', { UserPoolId, ...provider })).to.equal(text);
      });

    it('for a name or an identifier that is taken', async () => {
      await create({ ...google, IdpIdentifiers: ['mail.example'] });
      expect(await simulation.refusal('CreateIdentityProvider', { UserPoolId, ...google })).to.equal(
        `DuplicateProviderException: Google already exists for tenant ${UserPoolId}.`,
      );
      expect(
        await simulation.refusal('CreateIdentityProvider', { UserPoolId, ...oidc, IdpIdentifiers: ['mail.example'] }),
      ).to.match(/^DuplicateProviderException/);
    });
  });
});
