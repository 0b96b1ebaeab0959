import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { goodPassword, type Case, type Scene } from './scene';

const noUser: Case['as'] = ['UserNotFoundException', 'User does not exist.'];
const Username = 'nobody';

const get = ({ sdk: client, UserPoolId }: Scene, name: string) =>
  client.send(new sdk.AdminGetUserCommand({ UserPoolId, Username: name }));

export const userCases = {
  AdminCreateUser: {
    succeeds: async (scene) => {
      const name = scene.newName();
      const { UserPoolId } = scene;
      const { User } = await scene.sdk.send(new sdk.AdminCreateUserCommand({ UserPoolId, Username: name }));
      expect(User).to.include({ Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' });
      expect(User?.Attributes).to.deep.include({ Name: 'email', Value: name });
    },
    fails: async (scene) => {
      const { UserPoolId } = scene;
      return scene.sdk.send(
        new sdk.AdminCreateUserCommand({ UserPoolId, Username: scene.newName(), TemporaryPassword: 'Aa1!' }),
      );
    },
    as: ['InvalidPasswordException', 'Password did not conform with password policy: Password not long enough'],
  },
  AdminGetUser: {
    succeeds: async (scene) => {
      const user = await get(scene, await scene.confirmedUser());
      expect(user).to.include({ Enabled: true, UserStatus: 'CONFIRMED' });
      expect(user.UserCreateDate).to.be.instanceOf(Date);
    },
    fails: (scene) => get(scene, Username),
    as: noUser,
  },
  AdminDeleteUser: {
    succeeds: async (scene) => {
      const { UserPoolId } = scene;
      const name = await scene.confirmedUser();
      await scene.sdk.send(new sdk.AdminDeleteUserCommand({ UserPoolId, Username: name }));
      const { Users } = await scene.sdk.send(new sdk.ListUsersCommand({ UserPoolId, Filter: `email = "${name}"` }));
      expect(Users).to.deep.equal([]);
    },
    fails: ({ sdk: client, UserPoolId }) => client.send(new sdk.AdminDeleteUserCommand({ UserPoolId, Username })),
    as: noUser,
  },
  AdminDisableUser: {
    succeeds: async (scene) => {
      const name = await scene.confirmedUser();
      await scene.sdk.send(new sdk.AdminDisableUserCommand({ UserPoolId: scene.UserPoolId, Username: name }));
      expect(await get(scene, name)).to.include({ Enabled: false });
    },
    fails: ({ sdk: client, UserPoolId }) => client.send(new sdk.AdminDisableUserCommand({ UserPoolId, Username })),
    as: noUser,
  },
  AdminEnableUser: {
    succeeds: async (scene) => {
      const { UserPoolId } = scene;
      const name = await scene.confirmedUser();
      await scene.sdk.send(new sdk.AdminDisableUserCommand({ UserPoolId, Username: name }));
      await scene.sdk.send(new sdk.AdminEnableUserCommand({ UserPoolId, Username: name }));
      expect(await get(scene, name)).to.include({ Enabled: true });
    },
    fails: ({ sdk: client, UserPoolId }) => client.send(new sdk.AdminEnableUserCommand({ UserPoolId, Username })),
    as: noUser,
  },
  AdminSetUserPassword: {
    succeeds: async (scene) => {
      const { UserPoolId } = scene;
      const name = await scene.confirmedUser();
      const Password = 'An0ther-one!';
      await scene.sdk.send(
        new sdk.AdminSetUserPasswordCommand({ UserPoolId, Username: name, Password, Permanent: true }),
      );
      expect(await scene.signIn(name, Password)).to.have.property('AccessToken');
    },
    fails: async (scene) => {
      const { UserPoolId } = scene;
      const name = await scene.confirmedUser();
      return scene.sdk.send(
        new sdk.AdminSetUserPasswordCommand({ UserPoolId, Username: name, Password: 'no-upper-1' }),
      );
    },
    as: ['InvalidPasswordException', 'Password does not conform to policy: Password must have uppercase characters'],
  },
  AdminResetUserPassword: {
    succeeds: async (scene) => {
      const name = await verifiedUser(scene);
      await scene.sdk.send(new sdk.AdminResetUserPasswordCommand({ UserPoolId: scene.UserPoolId, Username: name }));
      expect(await get(scene, name)).to.include({ UserStatus: 'RESET_REQUIRED' });
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(new sdk.AdminResetUserPasswordCommand({ UserPoolId, Username })),
    as: noUser,
  },
  AdminUpdateUserAttributes: {
    succeeds: async (scene) => {
      const { UserPoolId } = scene;
      const name = await scene.confirmedUser();
      const UserAttributes = [{ Name: 'nickname', Value: 'Nick' }];
      await scene.sdk.send(new sdk.AdminUpdateUserAttributesCommand({ UserPoolId, Username: name, UserAttributes }));
      expect((await get(scene, name)).UserAttributes).to.deep.include(UserAttributes[0]);
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(new sdk.AdminUpdateUserAttributesCommand({ UserPoolId, Username, UserAttributes: [] })),
    as: noUser,
  },
  AdminDeleteUserAttributes: {
    succeeds: async (scene) => {
      const { UserPoolId } = scene;
      const name = await scene.confirmedUser();
      const UserAttributes = [{ Name: 'nickname', Value: 'Nick' }];
      await scene.sdk.send(new sdk.AdminUpdateUserAttributesCommand({ UserPoolId, Username: name, UserAttributes }));
      await scene.sdk.send(
        new sdk.AdminDeleteUserAttributesCommand({ UserPoolId, Username: name, UserAttributeNames: ['nickname'] }),
      );
      expect((await get(scene, name)).UserAttributes?.map(({ Name }) => Name)).not.to.include('nickname');
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(new sdk.AdminDeleteUserAttributesCommand({ UserPoolId, Username, UserAttributeNames: ['name'] })),
    as: noUser,
  },
  AdminConfirmSignUp: {
    succeeds: async (scene) => {
      const name = await scene.unconfirmedUser();
      await scene.sdk.send(new sdk.AdminConfirmSignUpCommand({ UserPoolId: scene.UserPoolId, Username: name }));
      expect(await get(scene, name)).to.include({ UserStatus: 'CONFIRMED' });
    },
    fails: async (scene) =>
      scene.sdk.send(
        new sdk.AdminConfirmSignUpCommand({ UserPoolId: scene.UserPoolId, Username: await scene.confirmedUser() }),
      ),
    as: ['NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED'],
  },
  AdminUserGlobalSignOut: {
    succeeds: async (scene) => {
      const { Username: name, AccessToken } = await scene.signedIn();
      await scene.sdk.send(new sdk.AdminUserGlobalSignOutCommand({ UserPoolId: scene.UserPoolId, Username: name }));
      const failure = await scene.sdk.send(new sdk.GetUserCommand({ AccessToken })).catch((error: Error) => error);
      expect(failure).to.include({ name: 'NotAuthorizedException', message: 'Access Token has been revoked' });
    },
    fails: ({ sdk: client, UserPoolId }) =>
      client.send(new sdk.AdminUserGlobalSignOutCommand({ UserPoolId, Username })),
    as: noUser,
  },
  ListUsers: {
    succeeds: async (scene) => {
      const { UserPoolId } = scene;
      const names = [await scene.confirmedUser(), await scene.confirmedUser()];
      const one = await scene.sdk.send(
        new sdk.ListUsersCommand({ UserPoolId, Filter: `email = "${String(names[1])}"` }),
      );
      expect(one.Users?.[0]?.Attributes).to.deep.include({ Name: 'email', Value: names[1] });
      const page = await scene.sdk.send(new sdk.ListUsersCommand({ UserPoolId, Limit: 1 }));
      expect(page.Users).to.have.lengthOf(1);
      expect(page.PaginationToken).to.be.a('string');
    },
    fails: ({ sdk: client, UserPoolId }) => client.send(new sdk.ListUsersCommand({ UserPoolId, Limit: 61 })),
    as: [
      'InvalidParameterException',
      "1 validation error detected: Value '61' at 'limit' failed to satisfy constraint: " +
        'Member must have value less than or equal to 60',
    ],
  },
} satisfies Record<string, Case>;

/** Somebody who signed up, and typed the code in. */
export async function verifiedUser(scene: Scene): Promise<string> {
  const name = await scene.unconfirmedUser();
  const { code } = await scene.delivered(name);
  const { ClientId } = scene;
  await scene.sdk.send(new sdk.ConfirmSignUpCommand({ ClientId, Username: name, ConfirmationCode: code }));
  return name;
}

const noCombination: Case['as'] = ['UserNotFoundException', 'Username/client id combination not found.'];
const wrongCode: Case['as'] = ['CodeMismatchException', 'Invalid verification code provided, please try again.'];
const badToken: Case['as'] = ['NotAuthorizedException', 'Invalid Access Token'];
const AccessToken = 'nonsense';

/** A code that is another one. */
const otherThan = (code: string) => (code === '000000' ? '111111' : '000000');

export const selfServiceCases = {
  SignUp: {
    succeeds: async (scene) => {
      const name = scene.newName();
      const { ClientId } = scene;
      const output = await scene.sdk.send(new sdk.SignUpCommand({ ClientId, Username: name, Password: goodPassword }));
      expect(output.UserConfirmed).to.equal(false);
      expect(output.CodeDeliveryDetails).to.deep.equal({
        AttributeName: 'email',
        DeliveryMedium: 'EMAIL',
        Destination: 'u***@e***',
      });
    },
    fails: async (scene) => {
      const { ClientId } = scene;
      return scene.sdk.send(
        new sdk.SignUpCommand({ ClientId, Username: await scene.unconfirmedUser(), Password: goodPassword }),
      );
    },
    as: ['UsernameExistsException', 'An account with the given email already exists.'],
  },
  ConfirmSignUp: {
    succeeds: async (scene) => {
      expect(await get(scene, await verifiedUser(scene))).to.include({ UserStatus: 'CONFIRMED' });
    },
    fails: async (scene) => {
      const name = await scene.unconfirmedUser();
      const ConfirmationCode = otherThan((await scene.delivered(name)).code);
      const { ClientId } = scene;
      return scene.sdk.send(new sdk.ConfirmSignUpCommand({ ClientId, Username: name, ConfirmationCode }));
    },
    as: wrongCode,
  },
  ResendConfirmationCode: {
    succeeds: async (scene) => {
      const name = await scene.unconfirmedUser();
      const { CodeDeliveryDetails } = await scene.sdk.send(
        new sdk.ResendConfirmationCodeCommand({ ClientId: scene.ClientId, Username: name }),
      );
      expect(CodeDeliveryDetails).to.include({ DeliveryMedium: 'EMAIL' });
      expect((await scene.delivered(name)).code).to.match(/^\d{6}$/);
    },
    fails: ({ sdk: client, ClientId }) => client.send(new sdk.ResendConfirmationCodeCommand({ ClientId, Username })),
    as: noCombination,
  },
  ForgotPassword: {
    succeeds: async (scene) => {
      const name = await verifiedUser(scene);
      const { CodeDeliveryDetails } = await scene.sdk.send(
        new sdk.ForgotPasswordCommand({ ClientId: scene.ClientId, Username: name }),
      );
      expect(CodeDeliveryDetails).to.include({ AttributeName: 'email', DeliveryMedium: 'EMAIL' });
    },
    fails: ({ sdk: client, ClientId }) => client.send(new sdk.ForgotPasswordCommand({ ClientId, Username })),
    as: noCombination,
  },
  ConfirmForgotPassword: {
    succeeds: async (scene) => {
      const name = await verifiedUser(scene);
      const { ClientId } = scene;
      await scene.sdk.send(new sdk.ForgotPasswordCommand({ ClientId, Username: name }));
      const Password = 'An0ther-one!';
      const { code } = await scene.delivered(name);
      await scene.sdk.send(
        new sdk.ConfirmForgotPasswordCommand({ ClientId, Username: name, ConfirmationCode: code, Password }),
      );
      expect(await scene.signIn(name, Password)).to.have.property('AccessToken');
    },
    fails: async (scene) => {
      const name = await verifiedUser(scene);
      const { ClientId } = scene;
      await scene.sdk.send(new sdk.ForgotPasswordCommand({ ClientId, Username: name }));
      const ConfirmationCode = otherThan((await scene.delivered(name)).code);
      return scene.sdk.send(
        new sdk.ConfirmForgotPasswordCommand({ ClientId, Username: name, ConfirmationCode, Password: goodPassword }),
      );
    },
    as: wrongCode,
  },
  ChangePassword: {
    succeeds: async (scene) => {
      const { Username: name, AccessToken: token } = await scene.signedIn();
      const ProposedPassword = 'An0ther-one!';
      await scene.sdk.send(
        new sdk.ChangePasswordCommand({ AccessToken: token, PreviousPassword: goodPassword, ProposedPassword }),
      );
      expect(await scene.signIn(name, ProposedPassword)).to.have.property('AccessToken');
    },
    fails: async (scene) => {
      const { AccessToken: token } = await scene.signedIn();
      return scene.sdk.send(
        new sdk.ChangePasswordCommand({
          AccessToken: token,
          PreviousPassword: 'Wr0ng-password!',
          ProposedPassword: goodPassword,
        }),
      );
    },
    as: ['NotAuthorizedException', 'Incorrect username or password.'],
  },
  GetUser: {
    succeeds: async (scene) => {
      const { Username: name, AccessToken: token } = await scene.signedIn();
      const user = await scene.sdk.send(new sdk.GetUserCommand({ AccessToken: token }));
      expect(user.UserAttributes).to.deep.include({ Name: 'email', Value: name });
    },
    fails: ({ sdk: client }) => client.send(new sdk.GetUserCommand({ AccessToken })),
    as: badToken,
  },
  UpdateUserAttributes: {
    succeeds: async (scene) => {
      const { AccessToken: token } = await scene.signedIn();
      const UserAttributes = [{ Name: 'nickname', Value: 'Nick' }];
      await scene.sdk.send(new sdk.UpdateUserAttributesCommand({ AccessToken: token, UserAttributes }));
      const user = await scene.sdk.send(new sdk.GetUserCommand({ AccessToken: token }));
      expect(user.UserAttributes).to.deep.include(UserAttributes[0]);
    },
    fails: ({ sdk: client }) => client.send(new sdk.UpdateUserAttributesCommand({ AccessToken, UserAttributes: [] })),
    as: badToken,
  },
  DeleteUserAttributes: {
    succeeds: async (scene) => {
      const { AccessToken: token } = await scene.signedIn();
      const UserAttributes = [{ Name: 'nickname', Value: 'Nick' }];
      await scene.sdk.send(new sdk.UpdateUserAttributesCommand({ AccessToken: token, UserAttributes }));
      await scene.sdk.send(
        new sdk.DeleteUserAttributesCommand({ AccessToken: token, UserAttributeNames: ['nickname'] }),
      );
      const user = await scene.sdk.send(new sdk.GetUserCommand({ AccessToken: token }));
      expect(user.UserAttributes?.map(({ Name }) => Name)).not.to.include('nickname');
    },
    fails: ({ sdk: client }) =>
      client.send(new sdk.DeleteUserAttributesCommand({ AccessToken, UserAttributeNames: ['name'] })),
    as: badToken,
  },
  DeleteUser: {
    succeeds: async (scene) => {
      const { Username: name, AccessToken: token } = await scene.signedIn();
      await scene.sdk.send(new sdk.DeleteUserCommand({ AccessToken: token }));
      expect(await get(scene, name).catch((error: Error) => error.name)).to.equal('UserNotFoundException');
    },
    fails: ({ sdk: client }) => client.send(new sdk.DeleteUserCommand({ AccessToken })),
    as: badToken,
  },
  GetUserAttributeVerificationCode: {
    succeeds: async (scene) => {
      const { AccessToken: token } = await scene.signedIn();
      const { CodeDeliveryDetails } = await scene.sdk.send(
        new sdk.GetUserAttributeVerificationCodeCommand({ AccessToken: token, AttributeName: 'email' }),
      );
      expect(CodeDeliveryDetails).to.include({ AttributeName: 'email', DeliveryMedium: 'EMAIL' });
    },
    fails: ({ sdk: client }) =>
      client.send(new sdk.GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName: 'email' })),
    as: badToken,
  },
  VerifyUserAttribute: {
    succeeds: async (scene) => {
      const { Username: name, AccessToken: token } = await scene.signedIn();
      const attribute = { AccessToken: token, AttributeName: 'email' };
      await scene.sdk.send(new sdk.GetUserAttributeVerificationCodeCommand(attribute));
      const { code } = await scene.delivered(name);
      await scene.sdk.send(new sdk.VerifyUserAttributeCommand({ ...attribute, Code: code }));
      expect((await get(scene, name)).UserAttributes).to.deep.include({ Name: 'email_verified', Value: 'true' });
    },
    fails: async (scene) => {
      const { Username: name, AccessToken: token } = await scene.signedIn();
      const attribute = { AccessToken: token, AttributeName: 'email' };
      await scene.sdk.send(new sdk.GetUserAttributeVerificationCodeCommand(attribute));
      const Code = otherThan((await scene.delivered(name)).code);
      return scene.sdk.send(new sdk.VerifyUserAttributeCommand({ ...attribute, Code }));
    },
    as: wrongCode,
  },
  GlobalSignOut: {
    succeeds: async (scene) => {
      const { AccessToken: token } = await scene.signedIn();
      await scene.sdk.send(new sdk.GlobalSignOutCommand({ AccessToken: token }));
      const failure = await scene.sdk
        .send(new sdk.GetUserCommand({ AccessToken: token }))
        .catch((error: Error) => error);
      expect(failure).to.include({ name: 'NotAuthorizedException', message: 'Access Token has been revoked' });
    },
    fails: ({ sdk: client }) => client.send(new sdk.GlobalSignOutCommand({ AccessToken })),
    as: badToken,
  },
  RevokeToken: {
    succeeds: async (scene) => {
      const { RefreshToken } = await scene.signedIn();
      const { ClientId } = scene;
      await scene.sdk.send(new sdk.RevokeTokenCommand({ ClientId, Token: RefreshToken }));
      const failure = await scene.sdk
        .send(
          new sdk.InitiateAuthCommand({
            AuthFlow: 'REFRESH_TOKEN_AUTH',
            ClientId,
            AuthParameters: { REFRESH_TOKEN: RefreshToken },
          }),
        )
        .catch((error: Error) => error);
      expect(failure).to.include({ name: 'NotAuthorizedException', message: 'Refresh Token has been revoked' });
    },
    fails: ({ sdk: client }) => client.send(new sdk.RevokeTokenCommand({ ClientId: 'nobody', Token: 'x' })),
    as: ['UnauthorizedException', /Invalid client/],
  },
} satisfies Record<string, Case>;
