import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  SignUpCommand,
  type InitiateAuthCommandOutput,
  type UserPoolClientType,
  type SignUpCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import { explain } from '../../aws/explain';
import type { PoolReader } from '../../aws/pool/pool-reader';
import { attemptAsUser, type UserAttempt } from './user-attempt';
import type { Target } from '../../targets/target';
import { attributeList, makeUser, type TestUser } from './test-user';
import { Authenticator } from './authenticator';
import { ProbeClients, type Probe } from './probe-client';
import { setUpAuthenticator } from './set-up-authenticator';

/** Drives the test users of the behaviour checks: creates their accounts, signs them up and in. */
export class TestUsers {
  readonly #probe: ProbeClients;
  #count = 0;

  constructor(
    private readonly target: Target,
    private readonly reader: PoolReader,
  ) {
    this.#probe = new ProbeClients(target, reader);
  }

  /** A user without an account. @throws CouldNotLook */
  async visitor(): Promise<TestUser> {
    return makeUser(await this.reader.pool(), ++this.#count);
  }

  /** Creates an account as an administrator, with all attributes and without sending mail. */
  async user(): Promise<TestUser> {
    const user = await this.visitor();
    // Create the probe client first, although its id is not needed yet: this reads what the setting checks use before
    // any write.
    await this.#probe.id();
    await this.#administer('AdminCreateUser', () =>
      this.target.client.send(
        new AdminCreateUserCommand({
          UserPoolId: this.reader.userPoolId,
          Username: user.username,
          // Marks both as verified: aliases work for verified attributes only.
          UserAttributes: attributeList({
            ...user.attributes,
            email_verified: 'true',
            phone_number_verified: 'true',
          }),
          TemporaryPassword: user.password,
          MessageAction: 'SUPPRESS',
        }),
      ),
    );
    return user;
  }

  /** Like {@link user}, with a permanent password. */
  async userWithPassword(): Promise<TestUser> {
    const user = await this.user();
    await this.#administer('AdminSetUserPassword', () => this.#setPassword(user, user.password));
    return user;
  }

  /** Sets a user's password as an administrator. */
  setPassword(user: TestUser, password: string): Promise<UserAttempt> {
    return attemptAsUser(this.target, () => this.#setPassword(user, password), 'AdminSetUserPassword');
  }

  /** @param without the attribute to omit */
  async signUp(user: TestUser, without?: string): Promise<UserAttempt<SignUpCommandOutput>> {
    const ClientId = await this.#probe.id();
    return attemptAsUser(
      this.target,
      () =>
        this.target.client.send(
          new SignUpCommand({
            ClientId,
            Username: user.username,
            Password: user.password,
            UserAttributes: attributeList(user.attributes, without),
          }),
        ),
      'SignUp',
    );
  }

  /** Like {@link userWithPassword}, in a group. */
  async userInGroup(GroupName: string): Promise<TestUser> {
    const user = await this.userWithPassword();
    await this.#administer('AdminAddUserToGroup', () =>
      this.target.client.send(
        new AdminAddUserToGroupCommand({ UserPoolId: this.reader.userPoolId, Username: user.username, GroupName }),
      ),
    );
    return user;
  }

  /** Like {@link userWithPassword}, with an authenticator app, unless the pool refuses one. */
  async userWithAuthenticator(): Promise<TestUser> {
    const user = await this.userWithPassword();
    const secret = await setUpAuthenticator(
      this.target,
      await this.#probe.id(),
      user,
      await this.signIn(user, user.username),
    );
    return secret instanceof Authenticator ? { ...user, authenticator: secret } : user;
  }

  /** @param name the entered name: user name, email address or phone number */
  async signIn(user: Pick<TestUser, 'password'>, name: string): Promise<UserAttempt<InitiateAuthCommandOutput>> {
    return this.#signIn(user, name, { id: await this.#probe.id(), secretHash: () => undefined });
  }

  /**
   * Signs in through a copy of an app client.
   *
   * @param withSecret whether the app proves that it knows the secret, if there is one
   */
  async signInWith(
    client: UserPoolClientType,
    user: TestUser,
    withSecret = true,
  ): Promise<UserAttempt<InitiateAuthCommandOutput>> {
    const copy = await this.#probe.copyOf(client);
    return this.#signIn(user, user.username, withSecret ? copy : { ...copy, secretHash: () => undefined });
  }

  #signIn(
    { password }: Pick<TestUser, 'password'>,
    name: string,
    probe: Probe,
  ): Promise<UserAttempt<InitiateAuthCommandOutput>> {
    const SECRET_HASH = probe.secretHash(name);
    return attemptAsUser(
      this.target,
      () =>
        this.target.client.send(
          new InitiateAuthCommand({
            ClientId: probe.id,
            AuthFlow: 'USER_PASSWORD_AUTH',
            AuthParameters: { USERNAME: name, PASSWORD: password, ...(SECRET_HASH && { SECRET_HASH }) },
          }),
        ),
      'InitiateAuth',
    );
  }

  /** Answers the question for a code of the authenticator app, in a sign-in through the checks' own client. */
  async answerWithCode(
    { username, authenticator }: TestUser,
    { ChallengeName, Session }: Partial<InitiateAuthCommandOutput>,
  ): Promise<UserAttempt> {
    if (ChallengeName !== 'SOFTWARE_TOKEN_MFA' || !authenticator)
      return { accepted: false, refusal: 'none', message: 'No code of an authenticator app was asked for.' };
    const ClientId = await this.#probe.id();
    const ChallengeResponses = { USERNAME: username, SOFTWARE_TOKEN_MFA_CODE: authenticator.code() };
    const command = new RespondToAuthChallengeCommand({ ClientId, ChallengeName, Session, ChallengeResponses });
    return attemptAsUser(this.target, () => this.target.client.send(command), 'RespondToAuthChallenge');
  }

  #setPassword({ username }: TestUser, Password: string): Promise<unknown> {
    return this.target.client.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: this.reader.userPoolId,
        Username: username,
        Password,
        Permanent: true,
      }),
    );
  }

  /** A call that prepares a check. A refusal is an error, not a verdict. @throws CouldNotLook */
  async #administer(operation: string, call: () => Promise<unknown>): Promise<void> {
    try {
      await call();
    } catch (error) {
      throw explain(error, { operation, ...this.target.place });
    }
  }
}
