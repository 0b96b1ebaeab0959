import {
  AdminConfirmSignUpCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  InitiateAuthCommand,
  SetUserPoolMfaConfigCommand,
  SignUpCommand,
  type AuthenticationResultType,
  type CreateUserPoolRequest,
} from '@aws-sdk/client-cognito-identity-provider';
import { startSandbox, type Sandbox } from '../../../support/simulator/server/start-sandbox';

/** One operation of the table, driven by the SDK over HTTP. */
export interface Case {
  /** Ends with the operation's success, looked at. */
  succeeds: (scene: Scene) => Promise<void>;
  /** Ends with the operation's refusal. */
  fails: (scene: Scene) => Promise<unknown>;
  /** The refusal's name, and all of its text or a pattern. */
  as: [name: string, message: string | RegExp];
}

/** A password that every policy here takes. */
export const goodPassword = 'Str0ng-enough!';

/** A sandbox with a pool that signs in by email and lets users add an authenticator, an app client, and users as they are needed. */
export class Scene {
  /** Names of the operations that have come back, since they were last asked for. */
  readonly #succeeded = new Set<string>();
  readonly #failed = new Set<string>();
  #users = 0;

  private constructor(
    readonly sandbox: Sandbox,
    readonly sdk: CognitoIdentityProviderClient,
    public UserPoolId: string,
    public ClientId: string,
  ) {}

  static async open(): Promise<Scene> {
    const sandbox = await startSandbox();
    const sdk = new CognitoIdentityProviderClient({
      endpoint: sandbox.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret' },
      maxAttempts: 1,
    });
    const scene = new Scene(sandbox, sdk, '', '');
    sdk.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const operation = String(commandName).replace(/Command$/, '');
          try {
            const result = await next(args);
            scene.#succeeded.add(operation);
            return result;
          } catch (error) {
            scene.#failed.add(operation);
            throw error;
          }
        },
      { step: 'initialize' },
    );
    scene.UserPoolId = await scene.newPool({ UsernameAttributes: ['email'], AutoVerifiedAttributes: ['email'] });
    scene.ClientId = await scene.newClient();
    await sdk.send(
      new SetUserPoolMfaConfigCommand({
        UserPoolId: scene.UserPoolId,
        MfaConfiguration: 'OPTIONAL',
        SoftwareTokenMfaConfiguration: { Enabled: true },
      }),
    );
    return scene;
  }

  async close(): Promise<void> {
    this.sdk.destroy();
    await this.sandbox.close();
  }

  /** Which operations succeeded and failed since the last time. */
  takeDriven(): { succeeded: string[]; failed: string[] } {
    const driven = { succeeded: [...this.#succeeded], failed: [...this.#failed] };
    this.#succeeded.clear();
    this.#failed.clear();
    return driven;
  }

  async newPool(settings: Partial<CreateUserPoolRequest> = {}): Promise<string> {
    const { UserPool } = await this.sdk.send(new CreateUserPoolCommand({ PoolName: 'a pool', ...settings }));
    return needed(UserPool?.Id);
  }

  async newClient(UserPoolId = this.UserPoolId): Promise<string> {
    const { UserPoolClient } = await this.sdk.send(
      new CreateUserPoolClientCommand({
        UserPoolId,
        ClientName: 'a client',
        ExplicitAuthFlows: [
          'ALLOW_USER_PASSWORD_AUTH',
          'ALLOW_ADMIN_USER_PASSWORD_AUTH',
          'ALLOW_USER_SRP_AUTH',
          'ALLOW_REFRESH_TOKEN_AUTH',
        ],
      }),
    );
    return needed(UserPoolClient?.ClientId);
  }

  /** An email address that nobody has yet. */
  newName(): string {
    this.#users += 1;
    return `user${String(this.#users)}@example.com`;
  }

  /** Signs somebody up, and leaves it at that. */
  async unconfirmedUser(): Promise<string> {
    const Username = this.newName();
    await this.sdk.send(new SignUpCommand({ ClientId: this.ClientId, Username, Password: goodPassword }));
    return Username;
  }

  async confirmedUser(): Promise<string> {
    const Username = await this.unconfirmedUser();
    await this.sdk.send(new AdminConfirmSignUpCommand({ UserPoolId: this.UserPoolId, Username }));
    return Username;
  }

  async signIn(Username: string, password = goodPassword): Promise<Required<AuthenticationResultType>> {
    const { AuthenticationResult } = await this.sdk.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: this.ClientId,
        AuthParameters: { USERNAME: Username, PASSWORD: password },
      }),
    );
    return needed(AuthenticationResult) as Required<AuthenticationResultType>;
  }

  async signedIn() {
    const Username = await this.confirmedUser();
    const { AccessToken, RefreshToken } = await this.signIn(Username);
    return { Username, AccessToken, RefreshToken };
  }

  /** The newest message to an address, as whoever runs the sandbox sees it. */
  async delivered(destination: string): Promise<{ code: string; temporaryPassword: string }> {
    const reply = await fetch(`${this.sandbox.url}/_cognito-lab/outbox`);
    const { messages } = (await reply.json()) as {
      messages: Record<'destination' | 'code' | 'temporaryPassword', string>[];
    };
    return needed(messages.findLast((message) => message.destination === destination));
  }
}

/** A member that the types leave open and that must be there. */
export function needed<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('What is needed was not answered');
  return value;
}
