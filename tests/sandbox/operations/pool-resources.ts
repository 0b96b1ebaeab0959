import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { needed, type Case, type Scene } from './scene';

const noPool: Case['as'] = ['ResourceNotFoundException', 'User pool us-east-1_none00000 does not exist.'];
const noClient: Case['as'] = ['ResourceNotFoundException', 'User pool client nobody does not exist.'];
const nowhere = { UserPoolId: 'us-east-1_none00000' };
const noGroup: Case['as'] = ['ResourceNotFoundException', 'Group not found.'];

export const clientCases = {
  CreateUserPoolClient: {
    succeeds: async ({ sdk: client, UserPoolId }) => {
      const { UserPoolClient } = await client.send(
        new sdk.CreateUserPoolClientCommand({ UserPoolId, ClientName: 'c', GenerateSecret: true }),
      );
      expect(UserPoolClient?.ClientId).to.match(/^[0-9a-z]{25,26}$/);
      expect(UserPoolClient?.ClientSecret).to.match(/^[0-9a-z]{50,52}$/);
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(
        new sdk.CreateUserPoolClientCommand({
          UserPoolId,
          ClientName: 'c',
          AccessTokenValidity: 1,
          TokenValidityUnits: { AccessToken: 'minutes' },
        }),
      ),
    as: ['InvalidParameterException', 'Invalid range for token validity.'],
  },
  DescribeUserPoolClient: {
    succeeds: async ({ sdk: client, UserPoolId, ClientId }) => {
      const { UserPoolClient } = await client.send(new sdk.DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
      expect(UserPoolClient).to.deep.include({ ClientId, RefreshTokenValidity: 30, TokenValidityUnits: {} });
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(new sdk.DescribeUserPoolClientCommand({ UserPoolId, ClientId: 'nobody' })),
    as: noClient,
  },
  UpdateUserPoolClient: {
    succeeds: async (scene) => {
      const { UserPoolId } = scene;
      const ClientId = await scene.newClient();
      const { UserPoolClient } = await scene.sdk.send(
        new sdk.UpdateUserPoolClientCommand({ UserPoolId, ClientId, RefreshTokenValidity: 5 }),
      );
      expect(UserPoolClient).to.include({ ClientId, ClientName: 'a client', RefreshTokenValidity: 5 });
      expect(UserPoolClient).not.to.have.property('ExplicitAuthFlows');
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(new sdk.UpdateUserPoolClientCommand({ UserPoolId, ClientId: 'nobody' })),
    as: noClient,
  },
  DeleteUserPoolClient: {
    succeeds: async (scene) => {
      const ClientId = await scene.newClient();
      await scene.sdk.send(new sdk.DeleteUserPoolClientCommand({ UserPoolId: scene.UserPoolId, ClientId }));
      expect(scene.sandbox.cognito.store.clients.has(ClientId)).to.equal(false);
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(new sdk.DeleteUserPoolClientCommand({ UserPoolId, ClientId: 'nobody' })),
    as: noClient,
  },
  ListUserPoolClients: {
    succeeds: async (scene) => {
      const { UserPoolClients } = await scene.sdk.send(new sdk.ListUserPoolClientsCommand(scene));
      expect(UserPoolClients?.find(({ ClientId }) => ClientId === scene.ClientId)).to.deep.equal({
        ClientId: scene.ClientId,
        ClientName: 'a client',
        UserPoolId: scene.UserPoolId,
      });
    },
    fails: (scene) => scene.sdk.send(new sdk.ListUserPoolClientsCommand(nowhere)),
    as: noPool,
  },
} satisfies Record<string, Case>;

async function withDomain(scene: Scene): Promise<{ UserPoolId: string; Domain: string }> {
  const UserPoolId = await scene.newPool();
  const Domain = UserPoolId.toLowerCase().replace('_', '');
  await scene.sdk.send(new sdk.CreateUserPoolDomainCommand({ UserPoolId, Domain }));
  return { UserPoolId, Domain };
}

export const domainCases = {
  CreateUserPoolDomain: {
    succeeds: async (scene) => {
      const { UserPoolId, Domain } = await withDomain(scene);
      const { UserPool } = await scene.sdk.send(new sdk.DescribeUserPoolCommand({ UserPoolId }));
      expect(UserPool?.Domain).to.equal(Domain);
    },
    fails: async (scene) => {
      const { Domain } = await withDomain(scene);
      return scene.sdk.send(new sdk.CreateUserPoolDomainCommand({ UserPoolId: await scene.newPool(), Domain }));
    },
    as: ['InvalidParameterException', /already/],
  },
  DescribeUserPoolDomain: {
    succeeds: async (scene) => {
      const { UserPoolId, Domain } = await withDomain(scene);
      const { DomainDescription } = await scene.sdk.send(new sdk.DescribeUserPoolDomainCommand({ Domain }));
      expect(DomainDescription).to.include({ UserPoolId, Domain, Status: 'ACTIVE', AWSAccountId: '123456789012' });
    },
    fails: (scene) => scene.sdk.send(new sdk.DescribeUserPoolDomainCommand({ Domain: 'x'.repeat(64) })),
    as: ['InvalidParameterException', /^1 validation error detected: Value 'x{64}' at 'domain' failed/],
  },
  UpdateUserPoolDomain: {
    succeeds: async (scene) => {
      const { UserPoolId, Domain } = await withDomain(scene);
      await scene.sdk.send(new sdk.UpdateUserPoolDomainCommand({ UserPoolId, Domain, ManagedLoginVersion: 2 }));
      const { DomainDescription } = await scene.sdk.send(new sdk.DescribeUserPoolDomainCommand({ Domain }));
      expect(DomainDescription?.ManagedLoginVersion).to.equal(2);
    },
    fails: ({ sdk: client }) =>
      client.send(new sdk.UpdateUserPoolDomainCommand({ ...nowhere, Domain: 'none', ManagedLoginVersion: 2 })),
    as: noPool,
  },
  DeleteUserPoolDomain: {
    succeeds: async (scene) => {
      const { UserPoolId, Domain } = await withDomain(scene);
      await scene.sdk.send(new sdk.DeleteUserPoolDomainCommand({ UserPoolId, Domain }));
      const { DomainDescription } = await scene.sdk.send(new sdk.DescribeUserPoolDomainCommand({ Domain }));
      expect(DomainDescription).to.deep.equal({});
    },
    fails: ({ sdk: client }) => client.send(new sdk.DeleteUserPoolDomainCommand({ ...nowhere, Domain: 'none' })),
    as: noPool,
  },
} satisfies Record<string, Case>;

const google = {
  ProviderName: 'Google',
  ProviderType: 'Google' as const,
  ProviderDetails: { client_id: 'id', client_secret: 'secret', authorize_scopes: 'openid email' },
};

async function withGoogle(scene: Scene): Promise<{ UserPoolId: string; ProviderName: string }> {
  const UserPoolId = await scene.newPool();
  await scene.sdk.send(new sdk.CreateIdentityProviderCommand({ UserPoolId, ...google, IdpIdentifiers: ['g.example'] }));
  return { UserPoolId, ProviderName: 'Google' };
}

export const identityProviderCases = {
  CreateIdentityProvider: {
    succeeds: async (scene) => {
      const UserPoolId = await scene.newPool();
      const { IdentityProvider } = await scene.sdk.send(
        new sdk.CreateIdentityProviderCommand({ UserPoolId, ...google }),
      );
      expect(IdentityProvider).to.include({ UserPoolId, ProviderName: 'Google', ProviderType: 'Google' });
    },
    fails: async (scene) =>
      scene.sdk.send(new sdk.CreateIdentityProviderCommand({ ...google, ...(await withGoogle(scene)) })),
    as: ['DuplicateProviderException', /Google/],
  },
  DescribeIdentityProvider: {
    succeeds: async (scene) => {
      const { IdentityProvider } = await scene.sdk.send(
        new sdk.DescribeIdentityProviderCommand(await withGoogle(scene)),
      );
      expect(IdentityProvider?.ProviderDetails).to.include({ client_id: 'id' });
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(new sdk.DescribeIdentityProviderCommand({ UserPoolId, ProviderName: 'Nobody' })),
    as: ['ResourceNotFoundException', /Nobody/],
  },
  UpdateIdentityProvider: {
    succeeds: async (scene) => {
      const { IdentityProvider } = await scene.sdk.send(
        new sdk.UpdateIdentityProviderCommand({ ...(await withGoogle(scene)), AttributeMapping: { email: 'email' } }),
      );
      expect(IdentityProvider?.AttributeMapping).to.include({ email: 'email' });
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(new sdk.UpdateIdentityProviderCommand({ UserPoolId, ProviderName: 'Nobody' })),
    as: ['ResourceNotFoundException', /Nobody/],
  },
  DeleteIdentityProvider: {
    succeeds: async (scene) => {
      const { UserPoolId, ProviderName } = await withGoogle(scene);
      await scene.sdk.send(new sdk.DeleteIdentityProviderCommand({ UserPoolId, ProviderName }));
      const { Providers } = await scene.sdk.send(new sdk.ListIdentityProvidersCommand({ UserPoolId }));
      expect(Providers).to.deep.equal([]);
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(new sdk.DeleteIdentityProviderCommand({ UserPoolId, ProviderName: 'Nobody' })),
    as: ['ResourceNotFoundException', /Nobody/],
  },
  ListIdentityProviders: {
    succeeds: async (scene) => {
      const { UserPoolId } = await withGoogle(scene);
      const { Providers } = await scene.sdk.send(new sdk.ListIdentityProvidersCommand({ UserPoolId }));
      expect(Providers?.map(({ ProviderName }) => ProviderName)).to.deep.equal(['Google']);
    },
    fails: (scene) => scene.sdk.send(new sdk.ListIdentityProvidersCommand(nowhere)),
    as: noPool,
  },
  GetIdentityProviderByIdentifier: {
    succeeds: async (scene) => {
      const { UserPoolId } = await withGoogle(scene);
      const { IdentityProvider } = await scene.sdk.send(
        new sdk.GetIdentityProviderByIdentifierCommand({ UserPoolId, IdpIdentifier: 'g.example' }),
      );
      expect(IdentityProvider?.ProviderName).to.equal('Google');
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(new sdk.GetIdentityProviderByIdentifierCommand({ UserPoolId, IdpIdentifier: 'nobody' })),
    as: ['ResourceNotFoundException', /nobody/],
  },
} satisfies Record<string, Case>;

let groups = 0;

async function withGroup(scene: Scene): Promise<{ UserPoolId: string; GroupName: string }> {
  const { UserPoolId } = scene;
  const { Group } = await scene.sdk.send(
    new sdk.CreateGroupCommand({ UserPoolId, GroupName: `group${String((groups += 1))}`, Precedence: 1 }),
  );
  return { UserPoolId, GroupName: needed(Group?.GroupName) };
}

async function withMember(scene: Scene): Promise<{ UserPoolId: string; GroupName: string; Username: string }> {
  const member = { ...(await withGroup(scene)), Username: await scene.confirmedUser() };
  await scene.sdk.send(new sdk.AdminAddUserToGroupCommand(member));
  return member;
}

export const groupCases = {
  CreateGroup: {
    succeeds: async ({ sdk: client, UserPoolId }) => {
      const { Group } = await client.send(new sdk.CreateGroupCommand({ UserPoolId, GroupName: 'new', Precedence: 0 }));
      expect(Group).to.include({ GroupName: 'new', UserPoolId, Precedence: 0 });
    },
    fails: async (scene) => scene.sdk.send(new sdk.CreateGroupCommand(await withGroup(scene))),
    as: ['GroupExistsException', /group/i],
  },
  GetGroup: {
    succeeds: async (scene) => {
      const group = await withGroup(scene);
      const { Group } = await scene.sdk.send(new sdk.GetGroupCommand(group));
      expect(Group).to.include({ ...group, Precedence: 1 });
    },
    fails: ({ sdk: client, UserPoolId }) => client.send(new sdk.GetGroupCommand({ UserPoolId, GroupName: 'nobody' })),
    as: noGroup,
  },
  UpdateGroup: {
    succeeds: async (scene) => {
      const { Group } = await scene.sdk.send(
        new sdk.UpdateGroupCommand({ ...(await withGroup(scene)), Description: 'changed' }),
      );
      expect(Group).to.include({ Description: 'changed', Precedence: 1 });
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(new sdk.UpdateGroupCommand({ UserPoolId, GroupName: 'nobody' })),
    as: noGroup,
  },
  DeleteGroup: {
    succeeds: async (scene) => {
      const group = await withGroup(scene);
      await scene.sdk.send(new sdk.DeleteGroupCommand(group));
      const { Groups } = await scene.sdk.send(new sdk.ListGroupsCommand(scene));
      expect(Groups?.map(({ GroupName }) => GroupName)).not.to.include(group.GroupName);
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(new sdk.DeleteGroupCommand({ UserPoolId, GroupName: 'nobody' })),
    as: noGroup,
  },
  ListGroups: {
    succeeds: async (scene) => {
      const { GroupName } = await withGroup(scene);
      const { Groups } = await scene.sdk.send(new sdk.ListGroupsCommand({ UserPoolId: scene.UserPoolId }));
      expect(Groups?.map((group) => group.GroupName)).to.include(GroupName);
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(new sdk.ListGroupsCommand({ UserPoolId, NextToken: 'nonsense' })),
    as: [
      'InvalidParameterException',
      'Provided pagination token is invalid. Check the token and try your request again.',
    ],
  },
  AdminAddUserToGroup: {
    succeeds: async (scene) => {
      const { Username, ...group } = await withMember(scene);
      const { Users } = await scene.sdk.send(new sdk.ListUsersInGroupCommand(group));
      expect(Users?.[0]?.Attributes).to.deep.include({ Name: 'email', Value: Username });
    },
    fails: async (scene) =>
      scene.sdk.send(new sdk.AdminAddUserToGroupCommand({ ...(await withGroup(scene)), Username: 'nobody' })),
    as: ['UserNotFoundException', 'User does not exist.'],
  },
  AdminRemoveUserFromGroup: {
    succeeds: async (scene) => {
      const { UserPoolId, GroupName, Username } = await withMember(scene);
      await scene.sdk.send(new sdk.AdminRemoveUserFromGroupCommand({ UserPoolId, GroupName, Username }));
      const { Users } = await scene.sdk.send(new sdk.ListUsersInGroupCommand({ UserPoolId, GroupName }));
      expect(Users).to.deep.equal([]);
    },
    fails: async (scene) =>
      scene.sdk.send(new sdk.AdminRemoveUserFromGroupCommand({ ...(await withGroup(scene)), Username: 'nobody' })),
    as: ['UserNotFoundException', 'User does not exist.'],
  },
  ListUsersInGroup: {
    succeeds: async (scene) => {
      const { UserPoolId, GroupName } = await withMember(scene);
      const { Users } = await scene.sdk.send(new sdk.ListUsersInGroupCommand({ UserPoolId, GroupName }));
      expect(Users).to.have.lengthOf(1);
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(new sdk.ListUsersInGroupCommand({ UserPoolId, GroupName: 'nobody' })),
    as: noGroup,
  },
  AdminListGroupsForUser: {
    succeeds: async (scene) => {
      const { UserPoolId, GroupName, Username } = await withMember(scene);
      const { Groups } = await scene.sdk.send(new sdk.AdminListGroupsForUserCommand({ UserPoolId, Username }));
      expect(Groups?.map((group) => group.GroupName)).to.deep.equal([GroupName]);
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(new sdk.AdminListGroupsForUserCommand({ UserPoolId, Username: 'nobody' })),
    as: ['UserNotFoundException', 'User does not exist.'],
  },
} satisfies Record<string, Case>;
