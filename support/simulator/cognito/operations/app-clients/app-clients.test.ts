import { expect } from 'chai';
import { Simulation } from '../../../../../tests/support/simulation';

const confidential = { GenerateSecret: true };
const oauth = {
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: ['openid'],
  CallbackURLs: ['https://example.com/cb'],
};

describe('app clients', () => {
  let simulation: Simulation;
  let Id: string;
  beforeEach(async () => {
    simulation = new Simulation();
    ({ Id } = await simulation.createPool({ Schema: [{ Name: 'name', Required: true }] }));
  });

  it("have AWS's defaults, and no secret", async () => {
    const client = await simulation.createClient(Id);
    expect(client).to.deep.equal({
      UserPoolId: Id,
      ClientName: 'kekeclient',
      ClientId: client.ClientId,
      CreationDate: new Date(simulation.now),
      LastModifiedDate: new Date(simulation.now),
      RefreshTokenValidity: 30,
      TokenValidityUnits: {},
      AllowedOAuthFlowsUserPoolClient: false,
      EnableTokenRevocation: true,
      EnablePropagateAdditionalUserContextData: false,
      AuthSessionValidity: 3,
    });
    expect(client.ClientId).to.match(/^[0-9a-z]{26}$/);
    const described = await simulation.call('DescribeUserPoolClient', { UserPoolId: Id, ClientId: client.ClientId });
    expect(described).to.deep.equal({ UserPoolClient: client });
  });

  it('have a secret that is generated or chosen', async () => {
    const { ClientSecret } = await simulation.createClient(Id, confidential);
    expect(ClientSecret).to.match(/^[0-9a-z]{52}$/);
    const chosen = 'a_secret_of_the_callers_own';
    expect(await simulation.createClient(Id, { ClientSecret: chosen })).to.include({ ClientSecret: chosen });
  });

  it('answer their flows in the order of AWS', async () => {
    const { ExplicitAuthFlows } = await simulation.createClient(Id, {
      ExplicitAuthFlows: [
        'ALLOW_USER_SRP_AUTH',
        'ALLOW_USER_PASSWORD_AUTH',
        'ALLOW_ADMIN_USER_PASSWORD_AUTH',
        'ALLOW_REFRESH_TOKEN_AUTH',
      ],
    });
    expect(ExplicitAuthFlows).to.deep.equal([
      'ALLOW_USER_PASSWORD_AUTH',
      'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      'ALLOW_USER_SRP_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
    ]);
  });

  it('take zero days of refresh for the default', async () => {
    expect(await simulation.createClient(Id, { RefreshTokenValidity: 0 })).to.include({ RefreshTokenValidity: 30 });
  });

  it('may share a name, and are listed by id with three members', async () => {
    const ids = [];
    for (let count = 0; count < 3; count++) ids.push((await simulation.createClient(Id)).ClientId);
    interface Page {
      UserPoolClients: { ClientId: string }[];
      NextToken?: string;
    }
    const list = (input: object) => simulation.call<Page>('ListUserPoolClients', { UserPoolId: Id, ...input });
    const first = await list({ MaxResults: 2 });
    const second = await list({ MaxResults: 2, NextToken: first.NextToken });
    const listed = [...first.UserPoolClients, ...second.UserPoolClients];
    expect(listed.map(({ ClientId }) => ClientId)).to.deep.equal(ids.sort());
    expect(listed[0]).to.deep.equal({ ClientId: ids[0], UserPoolId: Id, ClientName: 'kekeclient' });
    expect(second).not.to.have.property('NextToken');
  });

  it('are listed on, though the last one of a page is deleted meanwhile', async () => {
    for (let count = 0; count < 3; count++) await simulation.createClient(Id);
    const [one, two, three] = [...simulation.cognito.store.clients.keys()].sort();
    const { NextToken } = await simulation.call('ListUserPoolClients', { UserPoolId: Id, MaxResults: 2 });
    await simulation.call('DeleteUserPoolClient', { UserPoolId: Id, ClientId: two });
    const rest = await simulation.call('ListUserPoolClients', { UserPoolId: Id, MaxResults: 2, NextToken });
    expect(rest).to.deep.equal({ UserPoolClients: [{ ClientId: three, UserPoolId: Id, ClientName: 'kekeclient' }] });
    expect(one).to.be.a('string');
  });

  it('go back to the defaults with an update, but for the name and the secret', async () => {
    const { ClientId, ClientSecret } = await simulation.createClient(Id, {
      ...confidential,
      ...oauth,
      ExplicitAuthFlows: ['ALLOW_USER_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
      AccessTokenValidity: 10,
      TokenValidityUnits: { AccessToken: 'minutes' },
      EnableTokenRevocation: false,
    });
    simulation.now += 5000;
    const { UserPoolClient } = await simulation.call('UpdateUserPoolClient', { UserPoolId: Id, ClientId });
    expect(UserPoolClient).to.deep.equal({
      UserPoolId: Id,
      ClientName: 'kekeclient',
      ClientId,
      ClientSecret,
      CreationDate: new Date(simulation.now - 5000),
      LastModifiedDate: new Date(simulation.now),
      RefreshTokenValidity: 30,
      TokenValidityUnits: {},
      AllowedOAuthFlowsUserPoolClient: false,
      EnableTokenRevocation: true,
      EnablePropagateAdditionalUserContextData: false,
      AuthSessionValidity: 3,
    });
    const renamed = await simulation.call('UpdateUserPoolClient', { UserPoolId: Id, ClientId, ClientName: 'other' });
    expect(renamed.UserPoolClient).to.include({ ClientName: 'other' });
  });

  it('are gone when they are deleted', async () => {
    const { ClientId } = await simulation.createClient(Id);
    await simulation.call('DeleteUserPoolClient', { UserPoolId: Id, ClientId });
    const text = `ResourceNotFoundException: User pool client ${ClientId} does not exist.`;
    expect(await simulation.refusal('DescribeUserPoolClient', { UserPoolId: Id, ClientId })).to.equal(
      'ResourceNotFoundException: User pool client does not exist.',
    );
    for (const operation of ['UpdateUserPoolClient', 'DeleteUserPoolClient'])
      expect(await simulation.refusal(operation, { UserPoolId: Id, ClientId }), operation).to.equal(text);
    const { store } = simulation.cognito;
    expect([store.clients.size, store.pools.get(Id)?.clients.size]).to.deep.equal([0, 0]);
  });

  it('are of their own pool alone', async () => {
    const { ClientId } = await simulation.createClient(Id);
    const other = await simulation.createPool();
    expect(await simulation.refusal('DescribeUserPoolClient', { UserPoolId: other.Id, ClientId })).to.equal(
      'ResourceNotFoundException: User pool client does not exist.',
    );
    expect(await simulation.refusal('DescribeUserPoolClient', { UserPoolId: 'us-east-1_None', ClientId })).to.equal(
      'ResourceNotFoundException: User pool us-east-1_None does not exist.',
    );
  });

  describe('are refused', () => {
    const range = 'InvalidParameterException: Invalid range for token validity.';
    const write = 'InvalidParameterException: Invalid write attributes specified while creating a client';
    const cases: [name: string, settings: object, text: string][] = [
      [
        'for flows old and new',
        { ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
        "InvalidParameterException: Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.",
      ],
      [
        'for an access token of a minute',
        { AccessTokenValidity: 1, TokenValidityUnits: { AccessToken: 'minutes' } },
        range,
      ],
      ['for an access token of 25 hours', { AccessTokenValidity: 25 }, range],
      ['for an id token of two days', { IdTokenValidity: 2, TokenValidityUnits: { IdToken: 'days' } }, range],
      [
        'for a refresh token of half an hour',
        { RefreshTokenValidity: 30, TokenValidityUnits: { RefreshToken: 'minutes' } },
        range,
      ],
      ['for a refresh token of eleven years', { RefreshTokenValidity: 4000 }, range],
      [
        'for an access token that outlives the refresh token',
        { AccessTokenValidity: 12, RefreshTokenValidity: 2, TokenValidityUnits: { RefreshToken: 'hours' } },
        'InvalidParameterException: Access and Id Token expiration times must be less than or equal to refresh token expiration times.',
      ],
      ['for write attributes without the required one', { WriteAttributes: ['email'] }, write],
      ['for write attributes that no client writes', { WriteAttributes: ['name', 'email_verified'] }, write],
      ['for write attributes that the pool has not', { WriteAttributes: ['name', 'custom:x'] }, write],
      [
        'for read attributes that the pool has not',
        { ReadAttributes: ['custom:x'] },
        'InvalidParameterException: Invalid read attributes specified while creating a client',
      ],
      [
        'for OAuth without flows',
        { ...oauth, AllowedOAuthFlows: undefined },
        'InvalidParameterException: AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.',
      ],
      [
        'for OAuth without a callback',
        { ...oauth, CallbackURLs: [] },
        'InvalidOAuthFlowException: CallbackUrls can not be empty when code flow or implicit flow is selected',
      ],
      [
        'for client credentials without a secret',
        { AllowedOAuthFlows: ['client_credentials'] },
        'InvalidOAuthFlowException: client_credentials flow can not be selected if client does not have a client secret.',
      ],
      [
        'for client credentials beside another flow',
        { ...confidential, AllowedOAuthFlows: ['client_credentials', 'code'] },
        'InvalidOAuthFlowException: client_credentials flow can not be selected along with code flow or implicit flow.',
      ],
      [
        'for a scope that is not there',
        { ...oauth, AllowedOAuthScopes: ['openid', 'api/read'] },
        'ScopeDoesNotExistException: Invalid scope requested: api/read',
      ],
      [
        'for a callback by HTTP',
        { CallbackURLs: ['http://example.com'] },
        'InvalidParameterException: http://example.com cannot use the HTTP protocol.',
      ],
      [
        'for a callback with a fragment',
        { CallbackURLs: ['https://example.com/#a'] },
        'InvalidParameterException: https://example.com/#a cannot use fragment',
      ],
      [
        'for a default redirect that is no callback',
        { CallbackURLs: ['https://a.example'], DefaultRedirectURI: 'https://b.example' },
        'InvalidParameterException: The default redirect URI https://b.example is not in the callback URIs list.',
      ],
      [
        'for a provider that is not there',
        { SupportedIdentityProviders: ['COGNITO', 'Google'] },
        'InvalidParameterException: The provider Google does not exist for User Pool us-east-1_000000001.',
      ],
      [
        "for the users' context without a secret",
        { EnablePropagateAdditionalUserContextData: true },
        'InvalidParameterException: Client Secret is required to set EnablePropagateAdditionalUserContextData as true',
      ],
    ];
    for (const [name, settings, text] of cases)
      it(name, async () => {
        const input = { UserPoolId: Id, ClientName: 'c', ...settings };
        expect(await simulation.refusal('CreateUserPoolClient', input)).to.equal(text);
        const { ClientId } = await simulation.createClient(Id);
        const { GenerateSecret: isConfidential, ...update } = input as typeof input & { GenerateSecret?: boolean };
        if (!isConfidential)
          expect(await simulation.refusal('UpdateUserPoolClient', { ...update, ClientId })).to.equal(text);
      });

    it('beyond a thousand', async () => {
      const { clients } = simulation.cognito.store.pools.get(Id) ?? expect.fail('no pool');
      for (let count = 0; count < 1000; count++) await simulation.createClient(Id);
      expect(clients.size).to.equal(1000);
      expect(await simulation.refusal('CreateUserPoolClient', { UserPoolId: Id, ClientName: 'c' })).to.match(
        /^LimitExceededException/,
      );
    });
  });

  it('are accepted with what AWS accepts', async () => {
    const accepted: object[] = [
      oauth,
      {
        ...confidential,
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ['client_credentials'],
        AllowedOAuthScopes: ['email'],
      },
      {
        CallbackURLs: ['http://localhost:3000', 'http://127.0.0.1', 'myapp://callback'],
        LogoutURLs: ['https://a.example'],
      },
      { WriteAttributes: ['name', 'email'], ReadAttributes: ['email_verified', 'sub'] },
      {
        AccessTokenValidity: 5,
        IdTokenValidity: 1440,
        RefreshTokenValidity: 60,
        TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'days' },
      },
      { SupportedIdentityProviders: ['COGNITO'] },
    ];
    for (const settings of accepted)
      expect(
        await simulation.refusal('CreateUserPoolClient', { UserPoolId: Id, ClientName: 'c', ...settings }),
      ).to.equal('accepted');
  });
});
