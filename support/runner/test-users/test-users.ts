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
import { attributeList, makePerson, type Person } from './test-user';
import { ProbeClient } from './probe-client';

/** What people do with a pool in the behaviour checks, and the administrator who makes them ready for it. One a run. */
export class Cast {
  readonly #probe: ProbeClient;
  #people = 0;

  constructor(
    private readonly target: Target,
    private readonly reader: PoolReader,
  ) {
    this.#probe = new ProbeClient(target, reader);
  }

  /** Someone who has never been here. @throws CouldNotLook */
  async visitor(): Promise<Person> {
    return makePerson(await this.reader.pool(), ++this.#people);
  }

  /** Someone for whom an administrator made an account, with the attributes in order and no mail sent. */
  async user(): Promise<Person> {
    const person = await this.visitor();
    // The probe client's id is not needed yet; making it reads what the setting checks look at, before we write.
    await this.#probe.id();
    await this.#administer('AdminCreateUser', () =>
      this.target.client.send(
        new AdminCreateUserCommand({
          UserPoolId: this.reader.userPoolId,
          Username: person.username,
          // As if both had been verified: where they are aliases, they count.
          UserAttributes: attributeList({
            ...person.attributes,
            email_verified: 'true',
            phone_number_verified: 'true',
          }),
          TemporaryPassword: person.password,
          MessageAction: 'SUPPRESS',
        }),
      ),
    );
    return person;
  }

  /** {@link user}, with a password of their own. */
  async userWithPassword(): Promise<Person> {
    const person = await this.user();
    await this.#administer('AdminSetUserPassword', () => this.#setPassword(person, person.password));
    return person;
  }

  /** The administrator tries to give the user a password. */
  setPassword(person: Person, password: string): Promise<Attempt> {
    return attempt(this.target, () => this.#setPassword(person, password), 'AdminSetUserPassword');
  }

  /** @param without an attribute that the visitor leaves out */
  async signUp(person: Person, without?: string): Promise<Attempt<SignUpCommandOutput>> {
    const ClientId = await this.#probe.id();
    return attempt(
      this.target,
      () =>
        this.target.client.send(
          new SignUpCommand({
            ClientId,
            Username: person.username,
            Password: person.password,
            UserAttributes: attributeList(person.attributes, without),
          }),
        ),
      'SignUp',
    );
  }

  /** @param name what they type as their name: the user name, an address, a number */
  async signIn({ password }: Pick<Person, 'password'>, name: string): Promise<Attempt<InitiateAuthCommandOutput>> {
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

  #setPassword({ username }: Person, Password: string): Promise<unknown> {
    return this.target.client.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: this.reader.userPoolId,
        Username: username,
        Password,
        Permanent: true,
      }),
    );
  }

  /** What only prepares a check: where it is refused there is no verdict. @throws CouldNotLook */
  async #administer(operation: string, call: () => Promise<unknown>): Promise<void> {
    try {
      await call();
    } catch (error) {
      throw explain(error, { operation, ...this.target.place });
    }
  }
}
