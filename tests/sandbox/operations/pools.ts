import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import type { Case, Scene } from './scene';

const nowhere = { UserPoolId: 'us-east-1_none00000' };
const noPool: Case['as'] = ['ResourceNotFoundException', 'User pool us-east-1_none00000 does not exist.'];

const arnOf = (scene: Scene, UserPoolId: string) => `arn:aws:cognito-idp:us-east-1:123456789012:userpool/${UserPoolId}`;
const noArn = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_none00000';

const describe = async (scene: Scene, UserPoolId: string) =>
  (await scene.sdk.send(new sdk.DescribeUserPoolCommand({ UserPoolId }))).UserPool;

export const poolCases = {
  CreateUserPool: {
    succeeds: async (scene) => {
      const { UserPool } = await scene.sdk.send(new sdk.CreateUserPoolCommand({ PoolName: 'new' }));
      expect(UserPool).to.include({ Name: 'new', MfaConfiguration: 'OFF', DeletionProtection: 'INACTIVE' });
      expect(UserPool?.CreationDate).to.be.instanceOf(Date);
    },
    fails: (scene) =>
      scene.sdk.send(
        new sdk.CreateUserPoolCommand({ PoolName: 'p', UsernameAttributes: ['email'], AliasAttributes: ['email'] }),
      ),
    as: [
      'InvalidParameterException',
      /^Only one of the aliasAttributes or usernameAttributes can be set in a user pool\.$/i,
    ],
  },
  DescribeUserPool: {
    succeeds: async (scene) => {
      const pool = await describe(scene, scene.UserPoolId);
      expect(pool).to.deep.include({ Id: scene.UserPoolId, UsernameAttributes: ['email'] });
      expect(pool?.SchemaAttributes?.map(({ Name }) => Name)).to.include('identities');
    },
    fails: (scene) => scene.sdk.send(new sdk.DescribeUserPoolCommand(nowhere)),
    as: noPool,
  },
  UpdateUserPool: {
    succeeds: async (scene) => {
      const UserPoolId = await scene.newPool();
      await scene.sdk.send(new sdk.UpdateUserPoolCommand({ UserPoolId, DeletionProtection: 'ACTIVE' }));
      expect(await describe(scene, UserPoolId)).to.include({ DeletionProtection: 'ACTIVE' });
    },
    fails: (scene) => scene.sdk.send(new sdk.UpdateUserPoolCommand(nowhere)),
    as: noPool,
  },
  DeleteUserPool: {
    succeeds: async (scene) => {
      const UserPoolId = await scene.newPool();
      await scene.sdk.send(new sdk.DeleteUserPoolCommand({ UserPoolId }));
      expect(scene.sandbox.cognito.store.pools.has(UserPoolId)).to.equal(false);
    },
    fails: async (scene) =>
      scene.sdk.send(
        new sdk.DeleteUserPoolCommand({ UserPoolId: await scene.newPool({ DeletionProtection: 'ACTIVE' }) }),
      ),
    as: [
      'InvalidParameterException',
      'The user pool cannot be deleted because deletion protection is activated. ' +
        'Deletion protection must be inactivated first.',
    ],
  },
  ListUserPools: {
    succeeds: async (scene) => {
      await scene.newPool();
      const { UserPools, NextToken } = await scene.sdk.send(new sdk.ListUserPoolsCommand({ MaxResults: 1 }));
      expect(UserPools).to.have.lengthOf(1);
      const next = await scene.sdk.send(new sdk.ListUserPoolsCommand({ MaxResults: 1, NextToken }));
      expect(next.UserPools?.[0]?.Id).to.be.a('string').and.not.equal(UserPools?.[0]?.Id);
    },
    fails: (scene) => scene.sdk.send(new sdk.ListUserPoolsCommand({ MaxResults: 61 })),
    as: [
      'InvalidParameterException',
      "1 validation error detected: Value '61' at 'maxResults' failed to satisfy constraint: " +
        'Member must have value less than or equal to 60',
    ],
  },
  AddCustomAttributes: {
    succeeds: async (scene) => {
      const UserPoolId = await scene.newPool();
      await scene.sdk.send(
        new sdk.AddCustomAttributesCommand({
          UserPoolId,
          CustomAttributes: [{ Name: 'team', AttributeDataType: 'String' }],
        }),
      );
      const names = (await describe(scene, UserPoolId))?.SchemaAttributes?.map(({ Name }) => Name);
      expect(names).to.include('custom:team');
    },
    fails: async (scene) => {
      const Schema = [{ Name: 'x', AttributeDataType: 'String' as const }];
      const UserPoolId = await scene.newPool({ Schema });
      return scene.sdk.send(new sdk.AddCustomAttributesCommand({ UserPoolId, CustomAttributes: Schema }));
    },
    as: ['InvalidParameterException', 'custom:x: Existing attribute already has name custom:x.'],
  },
  GetUserPoolMfaConfig: {
    succeeds: async (scene) => {
      const UserPoolId = await scene.newPool();
      const { $metadata, ...output } = await scene.sdk.send(new sdk.GetUserPoolMfaConfigCommand({ UserPoolId }));
      expect($metadata.httpStatusCode).to.equal(200);
      expect(output).to.deep.equal({ MfaConfiguration: 'OFF' });
    },
    fails: (scene) => scene.sdk.send(new sdk.GetUserPoolMfaConfigCommand(nowhere)),
    as: noPool,
  },
  SetUserPoolMfaConfig: {
    succeeds: async (scene) => {
      const UserPoolId = await scene.newPool();
      const output = await scene.sdk.send(
        new sdk.SetUserPoolMfaConfigCommand({
          UserPoolId,
          MfaConfiguration: 'OPTIONAL',
          SoftwareTokenMfaConfiguration: { Enabled: true },
        }),
      );
      expect(output).to.deep.include({
        MfaConfiguration: 'OPTIONAL',
        SoftwareTokenMfaConfiguration: { Enabled: true },
      });
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(
        new sdk.SetUserPoolMfaConfigCommand({
          UserPoolId,
          MfaConfiguration: 'OFF',
          SoftwareTokenMfaConfiguration: { Enabled: true },
        }),
      ),
    as: [
      'InvalidParameterException',
      /^Invalid MFA configuration given, can't turn off MFA and configure an MFA together/,
    ],
  },
  TagResource: {
    succeeds: async (scene) => {
      const UserPoolId = await scene.newPool();
      await scene.sdk.send(new sdk.TagResourceCommand({ ResourceArn: arnOf(scene, UserPoolId), Tags: { lab: 'yes' } }));
      expect((await describe(scene, UserPoolId))?.UserPoolTags).to.deep.equal({ lab: 'yes' });
    },
    fails: (scene) => scene.sdk.send(new sdk.TagResourceCommand({ ResourceArn: noArn, Tags: { lab: 'yes' } })),
    as: ['ResourceNotFoundException', /us-east-1_none00000/],
  },
  UntagResource: {
    succeeds: async (scene) => {
      const UserPoolId = await scene.newPool({ UserPoolTags: { a: '1', b: '2' } });
      await scene.sdk.send(new sdk.UntagResourceCommand({ ResourceArn: arnOf(scene, UserPoolId), TagKeys: ['a'] }));
      expect((await describe(scene, UserPoolId))?.UserPoolTags).to.deep.equal({ b: '2' });
    },
    fails: (scene) => scene.sdk.send(new sdk.UntagResourceCommand({ ResourceArn: noArn, TagKeys: ['a'] })),
    as: ['ResourceNotFoundException', /us-east-1_none00000/],
  },
  ListTagsForResource: {
    succeeds: async (scene) => {
      const UserPoolId = await scene.newPool({ UserPoolTags: { a: '1' } });
      const { Tags } = await scene.sdk.send(
        new sdk.ListTagsForResourceCommand({ ResourceArn: arnOf(scene, UserPoolId) }),
      );
      expect(Tags).to.deep.equal({ a: '1' });
    },
    fails: (scene) => scene.sdk.send(new sdk.ListTagsForResourceCommand({ ResourceArn: noArn })),
    as: ['ResourceNotFoundException', /us-east-1_none00000/],
  },
} satisfies Record<string, Case>;
