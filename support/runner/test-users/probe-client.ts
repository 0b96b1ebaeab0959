import { createHmac } from 'node:crypto';
import {
  CreateUserPoolClientCommand,
  type CreateUserPoolClientCommandInput,
  type UserPoolClientType,
} from '@aws-sdk/client-cognito-identity-provider';
import { explain } from '../../aws/explain';
import type { PoolReader } from '../../aws/pool/pool-reader';
import type { Target } from '../../targets/target';

/** The name of the behaviour checks' own app client, which exists in the pool while they run. */
export const probeClientName = 'cognito-lab probe';

/** An app client of the behaviour checks. */
export interface Probe {
  id: string;
  /** The proof that the app knows the client's secret, for a user; undefined without a secret. */
  secretHash: (username: string) => string | undefined;
}

/** The flows that the behaviour checks use, whatever flows the learner's client allows. */
const flows = ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] as const;

/** The settings of a client that show in a sign-in. */
const shown = [
  'AccessTokenValidity',
  'IdTokenValidity',
  'RefreshTokenValidity',
  'TokenValidityUnits',
  'RefreshTokenRotation',
  'EnableTokenRevocation',
  'PreventUserExistenceErrors',
  'AuthSessionValidity',
  'ReadAttributes',
] as const;

/**
 * The app clients with which the behaviour checks sign users up and in. They belong to the program, so that Task 3
 * can be checked before the app client of Task 7 exists, and whatever flows that one allows.
 */
export class ProbeClients {
  #own?: Promise<Probe>;
  #copies = new Map<string, Promise<Probe>>();

  constructor(
    private readonly target: Target,
    private readonly reader: PoolReader,
  ) {}

  /** The id of the client without settings of its own, which is created on first use. @throws CouldNotLook */
  async id(): Promise<string> {
    return (await (this.#own ??= this.#make({}))).id;
  }

  /** A client with the settings of a learner's, created on first use. @throws CouldNotLook */
  copyOf(client: UserPoolClientType): Promise<Probe> {
    const { ClientId = '' } = client;
    const copy =
      this.#copies.get(ClientId) ??
      this.#make({
        ...Object.fromEntries(shown.flatMap((member) => (client[member] ? [[member, client[member]]] : []))),
        GenerateSecret: client.ClientSecret !== undefined,
      });
    this.#copies.set(ClientId, copy);
    return copy;
  }

  async #make(settings: Partial<CreateUserPoolClientCommandInput>): Promise<Probe> {
    // Creating the client changes the pool. Read everything that the setting checks use before.
    await this.reader.readAll();
    const rotates = settings.RefreshTokenRotation?.Feature === 'ENABLED';
    try {
      const { UserPoolClient } = await this.target.client.send(
        new CreateUserPoolClientCommand({
          UserPoolId: this.reader.userPoolId,
          ClientName: probeClientName,
          // A client that rotates its tokens must not have the flow (recorded 2026).
          ExplicitAuthFlows: [...flows, ...(rotates ? [] : (['ALLOW_REFRESH_TOKEN_AUTH'] as const))],
          ...settings,
        }),
      );
      const { ClientId: id, ClientSecret: secret } = UserPoolClient ?? {};
      if (!id) throw new Error('The answer has no client id.');
      const hash = (username: string): string =>
        createHmac('sha256', secret ?? '')
          .update(username + id)
          .digest('base64');
      return { id, secretHash: (username) => (secret === undefined ? undefined : hash(username)) };
    } catch (error) {
      throw explain(error, { operation: 'CreateUserPoolClient', ...this.target.place });
    }
  }
}
