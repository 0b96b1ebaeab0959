import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { createHmac } from 'node:crypto';
import { needed, type Case, type Scene } from './scene';

const wrong: Case['as'] = ['NotAuthorizedException', 'Incorrect username or password.'];
const temporaryPassword = 'Temp0rary!';
const newPassword = 'Permanent-1!';

/** An invited user, stopped at the first sign-in to choose a password. */
async function challenged(scene: Scene): Promise<{ Username: string; Session: string }> {
  const { UserPoolId, ClientId } = scene;
  const Username = scene.newName();
  await scene.sdk.send(new sdk.AdminCreateUserCommand({ UserPoolId, Username, TemporaryPassword: temporaryPassword }));
  const { ChallengeName, Session } = await scene.sdk.send(
    new sdk.InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId,
      AuthParameters: { USERNAME: Username, PASSWORD: temporaryPassword },
    }),
  );
  expect(ChallengeName).to.equal('NEW_PASSWORD_REQUIRED');
  return { Username, Session: needed(Session) };
}

/** RFC 6238, as an authenticator app does it. */
function authenticatorCode(secret: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest[19] ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

async function withAuthenticator(scene: Scene): Promise<{ Username: string; AccessToken: string }> {
  const { Username, AccessToken } = await scene.signedIn();
  const { SecretCode } = await scene.sdk.send(new sdk.AssociateSoftwareTokenCommand({ AccessToken }));
  const UserCode = authenticatorCode(needed(SecretCode));
  await scene.sdk.send(new sdk.VerifySoftwareTokenCommand({ AccessToken, UserCode }));
  return { Username, AccessToken };
}

export const signInCases = {
  InitiateAuth: {
    succeeds: async (scene) => {
      const { AccessToken, TokenType, ExpiresIn } = await scene.signIn(await scene.confirmedUser());
      expect(AccessToken.split('.')).to.have.lengthOf(3);
      expect({ TokenType, ExpiresIn }).to.deep.equal({ TokenType: 'Bearer', ExpiresIn: 3600 });
    },
    fails: async (scene) => scene.signIn(await scene.confirmedUser(), 'Wr0ng-password!'),
    as: wrong,
  },
  AdminInitiateAuth: {
    succeeds: async (scene) => {
      const { UserPoolId, ClientId } = scene;
      const { AuthenticationResult } = await scene.sdk.send(
        new sdk.AdminInitiateAuthCommand({
          UserPoolId,
          ClientId,
          AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: await scene.confirmedUser(), PASSWORD: 'Str0ng-enough!' },
        }),
      );
      expect(AuthenticationResult).to.include.keys('AccessToken', 'IdToken', 'RefreshToken');
    },
    fails: ({ sdk: client, UserPoolId, ClientId }) =>
      client.send(
        new sdk.AdminInitiateAuthCommand({
          UserPoolId,
          ClientId,
          AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: 'nobody', PASSWORD: 'Str0ng-enough!' },
        }),
      ),
    as: ['UserNotFoundException', 'User does not exist.'],
  },
  RespondToAuthChallenge: {
    succeeds: async (scene) => {
      const { Username, Session } = await challenged(scene);
      const { AuthenticationResult } = await scene.sdk.send(
        new sdk.RespondToAuthChallengeCommand({
          ClientId: scene.ClientId,
          ChallengeName: 'NEW_PASSWORD_REQUIRED',
          ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: newPassword },
          Session,
        }),
      );
      expect(AuthenticationResult).to.include.keys('AccessToken', 'IdToken', 'RefreshToken');
    },
    fails: async (scene) => {
      const { Username, Session } = await challenged(scene);
      return scene.sdk.send(
        new sdk.RespondToAuthChallengeCommand({
          ClientId: scene.ClientId,
          ChallengeName: 'NEW_PASSWORD_REQUIRED',
          ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: 'Aa1!' },
          Session,
        }),
      );
    },
    as: ['InvalidPasswordException', 'Password does not conform to policy: Password not long enough'],
  },
  AdminRespondToAuthChallenge: {
    succeeds: async (scene) => {
      const { Username, Session } = await challenged(scene);
      const { AuthenticationResult } = await scene.sdk.send(
        new sdk.AdminRespondToAuthChallengeCommand({
          UserPoolId: scene.UserPoolId,
          ClientId: scene.ClientId,
          ChallengeName: 'NEW_PASSWORD_REQUIRED',
          ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: newPassword },
          Session,
        }),
      );
      expect(AuthenticationResult).to.include.keys('AccessToken', 'IdToken', 'RefreshToken');
    },
    fails: async (scene) => {
      const { Username, Session } = await challenged(scene);
      const answer = {
        UserPoolId: scene.UserPoolId,
        ClientId: scene.ClientId,
        ChallengeName: 'NEW_PASSWORD_REQUIRED' as const,
        ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: newPassword },
        Session,
      };
      await scene.sdk.send(new sdk.AdminRespondToAuthChallengeCommand(answer));
      return scene.sdk.send(new sdk.AdminRespondToAuthChallengeCommand(answer));
    },
    as: ['NotAuthorizedException', /^Invalid session for the user/],
  },
  AssociateSoftwareToken: {
    succeeds: async (scene) => {
      const { AccessToken } = await scene.signedIn();
      const { SecretCode } = await scene.sdk.send(new sdk.AssociateSoftwareTokenCommand({ AccessToken }));
      expect(SecretCode).to.match(/^[A-Z2-7]{16,}$/);
    },
    fails: ({ sdk: client }) => client.send(new sdk.AssociateSoftwareTokenCommand({ AccessToken: 'nonsense' })),
    as: ['NotAuthorizedException', 'Invalid Access Token'],
  },
  VerifySoftwareToken: {
    succeeds: async (scene) => {
      const { AccessToken } = await scene.signedIn();
      const { SecretCode } = await scene.sdk.send(new sdk.AssociateSoftwareTokenCommand({ AccessToken }));
      const UserCode = authenticatorCode(needed(SecretCode));
      const { Status } = await scene.sdk.send(new sdk.VerifySoftwareTokenCommand({ AccessToken, UserCode }));
      expect(Status).to.equal('SUCCESS');
    },
    fails: async (scene) => {
      const { AccessToken } = await scene.signedIn();
      await scene.sdk.send(new sdk.AssociateSoftwareTokenCommand({ AccessToken }));
      return scene.sdk.send(new sdk.VerifySoftwareTokenCommand({ AccessToken, UserCode: '000000' }));
    },
    as: ['EnableSoftwareTokenMFAException', /./],
  },
  SetUserMFAPreference: {
    succeeds: async (scene) => {
      const { Username, AccessToken } = await withAuthenticator(scene);
      await scene.sdk.send(
        new sdk.SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings: { Enabled: true } }),
      );
      const { UserPoolId } = scene;
      const user = await scene.sdk.send(new sdk.AdminGetUserCommand({ UserPoolId, Username }));
      expect(user.UserMFASettingList).to.deep.equal(['SOFTWARE_TOKEN_MFA']);
    },
    fails: ({ sdk: client }) => client.send(new sdk.SetUserMFAPreferenceCommand({ AccessToken: 'nonsense' })),
    as: ['NotAuthorizedException', 'Invalid Access Token'],
  },
  AdminSetUserMFAPreference: {
    succeeds: async (scene) => {
      const { Username } = await withAuthenticator(scene);
      const { UserPoolId } = scene;
      await scene.sdk.send(
        new sdk.AdminSetUserMFAPreferenceCommand({
          UserPoolId,
          Username,
          SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
        }),
      );
      const user = await scene.sdk.send(new sdk.AdminGetUserCommand({ UserPoolId, Username }));
      expect(user.PreferredMfaSetting).to.equal('SOFTWARE_TOKEN_MFA');
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(new sdk.AdminSetUserMFAPreferenceCommand({ UserPoolId, Username: 'nobody' })),
    as: ['UserNotFoundException', 'User does not exist.'],
  },
} satisfies Record<string, Case>;
