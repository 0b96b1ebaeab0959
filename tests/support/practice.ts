import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import type { CreateUserPoolCommandInput, UserPoolClientType } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoError } from '../../support/simulator/cognito/errors';
import { model } from '../../support/simulator/cognito/model/model';
import type { OperationName, OutputOf } from '../../support/simulator/cognito/operations';
import type { PoolRecord, SigningKey } from '../../support/simulator/cognito/records';
import { SimulatedCognito } from '../../support/simulator/cognito/service';
import { transportTo, type Transport } from './transport';
import type { Ids } from '../../support/simulator/cognito/clock-and-ids';

/** A simulated service for tests: its time stands still until told otherwise, its ids are the same in every run. */
export class Practice {
  /** Epoch milliseconds. */
  now = Date.UTC(2026, 8, 24, 12);
  readonly cognito: SimulatedCognito;
  readonly #transport: Transport;
  #requests = 0;

  constructor(seed = 1) {
    this.cognito = new SimulatedCognito({ clock: () => this.now, ids: seededIds(seed) });
    this.#transport = transportTo(this.cognito);
  }

  async call<Name extends OperationName>(operation: Name, input: object): Promise<OutputOf<Name>> {
    const requestId = `request-${++this.#requests}`;
    const context = { region: 'us-east-1', accountId: '123456789012', requestId };
    return (await this.#transport.call(operation, input, context)) as OutputOf<Name>;
  }

  /** The id of the last call's request. */
  get lastRequestId(): string {
    return `request-${this.#requests}`;
  }

  /** What the service says when it refuses: `Code: text`. Fails if it does not refuse, or not as AWS documents. */
  async refusal(operation: OperationName, input: object): Promise<string> {
    try {
      const answer = await this.call(operation, input);
      throw new Error(`${operation} was not refused: ${JSON.stringify(answer)}`);
    } catch (error) {
      if (!(error instanceof CognitoError)) throw error;
      expect(documented(operation), operation).to.include(error.code);
      return `${error.code}: ${error.message}`;
    }
  }

  /** A pool and a client of it, which may use every flow. */
  async pool(settings: Partial<CreateUserPoolCommandInput> = {}, client: object = {}) {
    const { UserPool } = await this.call('CreateUserPool', { PoolName: 'practice', ...settings });
    const UserPoolId = UserPool?.Id ?? '';
    this.record(UserPoolId).keys = cheapKeys();
    const app = await this.client(UserPoolId, client);
    return { UserPoolId, ClientId: app.ClientId ?? '', app };
  }

  async client(UserPoolId: string, settings: object = {}): Promise<UserPoolClientType> {
    const { UserPoolClient } = await this.call('CreateUserPoolClient', {
      UserPoolId,
      ClientName: 'app',
      ExplicitAuthFlows: [
        'ALLOW_USER_PASSWORD_AUTH',
        'ALLOW_ADMIN_USER_PASSWORD_AUTH',
        'ALLOW_USER_SRP_AUTH',
        'ALLOW_USER_AUTH',
        'ALLOW_REFRESH_TOKEN_AUTH',
      ],
      ...settings,
    });
    return UserPoolClient ?? {};
  }

  record(userPoolId: string): PoolRecord {
    const pool = this.cognito.store.pools.get(userPoolId);
    return pool ?? expect.fail(`no pool ${userPoolId}`);
  }

  /** A user who can sign in. */
  async user(UserPoolId: string, Username: string, attributes: Record<string, string> = {}, Password = 'Passw0rd!') {
    const UserAttributes = listed(attributes);
    const { User } = await this.call('AdminCreateUser', {
      UserPoolId,
      Username,
      UserAttributes,
      MessageAction: 'SUPPRESS',
    });
    await this.call('AdminSetUserPassword', { UserPoolId, Username, Password, Permanent: true });
    return User ?? {};
  }

  async signIn(ClientId: string, USERNAME: string, PASSWORD = 'Passw0rd!') {
    const { AuthenticationResult: tokens } = await this.call('InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
    });
    const { AccessToken = '', IdToken = '', RefreshToken = '' } = tokens ?? {};
    return { AccessToken, IdToken, RefreshToken };
  }

  /** A user's attributes as an administrator reads them. */
  async attributes(UserPoolId: string, Username: string): Promise<Record<string, string | undefined>> {
    const { UserAttributes = [] } = await this.call('AdminGetUser', { UserPoolId, Username });
    return Object.fromEntries<string | undefined>(UserAttributes.map(({ Name = '', Value }) => [Name, Value]));
  }

  /** The code of the last message. */
  get code(): string {
    return this.cognito.outbox.messages.at(-1)?.code ?? expect.fail('no code was sent');
  }
}

/** The refusals of an operation that AWS documents: in its model, and twice only in prose and practice. */
export const documented = (operation: OperationName): string[] => [
  'ResourceNotFoundException',
  ...(model().operations[operation]?.errors ?? []),
  ...(operation === 'AdminCreateUser' ? ['AliasExistsException'] : []),
];

/** Attributes as AWS lists them. */
export const listed = (attributes: Record<string, string>) =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));

/** The claims of a token, unverified. */
export const claims = (token: string | undefined): Record<string, unknown> =>
  JSON.parse(Buffer.from((token ?? '').split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

/** Keys are slow to make and of no interest to most tests: all pools share two small ones. */
let shared: { id: SigningKey; access: SigningKey } | undefined;
const cheapKeys = () => (shared ??= { id: cheapKey('id'), access: cheapKey('access') });

function cheapKey(kid: string): SigningKey {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 1024,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { kid, privateKey };
}

/** Ids that look random and are the same for a seed: Mulberry32. */
export function seededIds(seed: number): Ids {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const text = (length: number, alphabet: string) =>
    Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)]).join('');
  const hex = (length: number) => text(length, '0123456789abcdef');
  const uuid = (third: string) => `${hex(8)}-${hex(4)}-${third}-${hex(4)}-${hex(12)}`;
  return {
    text,
    uuid: () => uuid(`4${hex(3)}`),
    sub: () => uuid(`70${hex(2)}`),
    bytes: (length) => Buffer.from(Array.from({ length }, () => Math.floor(next() * 256))),
  };
}
