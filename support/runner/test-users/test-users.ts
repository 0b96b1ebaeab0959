import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  InitiateAuthCommand,
  SignUpCommand,
  type InitiateAuthCommandOutput,
  type SignUpCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import { explain } from '../../aws/explain';
import type { PoolReader } from '../../aws/pool/pool-reader';
import { attempt, type Attempt } from './attempt';
import type { Target } from '../../targets/target';
import { attributeList, makeUser, type TestUser } from './test-user';
import { ProbeClient } from './probe-client';

/** Drives the test users of the behaviour checks: creates their accounts, signs them up and in. */
export class TestUsers {
  readonly #probe: ProbeClient;
  #count = 0;

  constructor(
    private readonly target: Target,
    private readonly reader: PoolReader,
  ) {
    this.#probe = new ProbeClient(target, reader);
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
  setPassword(user: TestUser, password: string): Promise<Attempt> {
    return attempt(this.target, () => this.#setPassword(user, password), 'AdminSetUserPassword');
  }

  /** @param without the attribute to omit */
  async signUp(user: TestUser, without?: string): Promise<Attempt<SignUpCommandOutput>> {
    const ClientId = await this.#probe.id();
    return attempt(
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

  /** @param name the entered name: user name, email address or phone number */
  async signIn({ password }: Pick<TestUser, 'password'>, name: string): Promise<Attempt<InitiateAuthCommandOutput>> {
    const ClientId = await this.#probe.id();
    return attempt(
      this.target,
      () =>
        this.target.client.send(
          new InitiateAuthCommand({
            ClientId,
            AuthFlow: 'USER_PASSWORD_AUTH',
            AuthParameters: { USERNAME: name, PASSWORD: password },
          }),
        ),
      'InitiateAuth',
    );
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
