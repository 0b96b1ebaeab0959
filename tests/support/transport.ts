import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { expect } from 'chai';
import { CognitoError } from '../../support/simulator/cognito/errors';
import type { CallContext } from '../../support/simulator/cognito/handler';
import type { SimulatedCognito } from '../../support/simulator/cognito/service';
import { changesState } from '../../support/simulator/server/operation-traits';
import { answer } from '../../support/simulator/server/routes';
import { createHttpServer, defaultLimits } from '../../support/simulator/server/http-server';
import { readState, writeState } from '../../support/simulator/server/state';

/** How the tests' services are called: directly, or by the SDK over HTTP. */
export interface Transport {
  call(operation: string, input: object, context: CallContext): Promise<object>;
}

/** The service's own `call`. */
const inProcess = (cognito: SimulatedCognito): Transport => ({
  call: (operation, input, context) => cognito.call(operation, input, context),
});

const open: HttpTransport[] = [];
let isHttp = false;

/** What came back over HTTP since the tests began. */
export const driven = { succeeded: new Set<string>(), refused: new Set<string>() };

/** Has the services that are made from now on called over HTTP, or directly again. */
export function useHttp(on: boolean): void {
  isHttp = on;
}

export function transportTo(cognito: SimulatedCognito): Transport {
  if (!isHttp) return inProcess(cognito);
  const transport = new HttpTransport(cognito);
  open.push(transport);
  return transport;
}

/** Ends the servers, each after a look at whether a restart would bring its state back as it is. */
export async function closeTransports(): Promise<void> {
  for (const transport of open.splice(0)) await transport.close();
}

const stateOf = ({ store }: SimulatedCognito): string => [...writeState(store)].join('');

class HttpTransport implements Transport {
  readonly #cognito: SimulatedCognito;
  readonly #server: Server;
  readonly #clients = new Map<string, sdk.CognitoIdentityProviderClient>();
  #requestId = '';

  constructor(cognito: SimulatedCognito) {
    this.#cognito = cognito;
    const options = {
      cognito,
      accountId: '123456789012',
      quotas: undefined,
      newRequestId: () => this.#requestId,
      onCall: () => undefined,
      onInternalError: (error: unknown) => {
        throw error;
      },
      reset: () => undefined,
      onChange: () => () => undefined,
    };
    this.#server = createHttpServer((request) => answer(request, options), defaultLimits);
  }

  async call(operation: string, input: object, { region, requestId }: CallContext): Promise<object> {
    const client = await this.#client(region);
    this.#requestId = requestId;
    const before = changesState(operation) ? undefined : stateOf(this.#cognito);
    const Command = (sdk as unknown as Record<string, new (input: object) => sdk.ListUsersCommand>)[
      `${operation}Command`
    ];
    if (!Command) throw new Error(`The SDK has no ${operation}`);
    try {
      const { $metadata, ...output } = await client.send(new Command(input));
      expect($metadata.requestId).to.equal(requestId);
      if (before !== undefined) expect(stateOf(this.#cognito), `${operation} reads only`).to.equal(before);
      driven.succeeded.add(operation);
      return output;
    } catch (error) {
      if (!(error instanceof sdk.CognitoIdentityProviderServiceException)) throw error;
      expect(error.$metadata).to.include({ httpStatusCode: 400, requestId });
      driven.refused.add(operation);
      throw new CognitoError(error.name, error.message === 'UnknownError' ? '' : error.message);
    }
  }

  async #client(region: string): Promise<sdk.CognitoIdentityProviderClient> {
    if (!this.#server.listening) {
      this.#server.listen(0, '127.0.0.1');
      await once(this.#server, 'listening');
    }
    const { port } = this.#server.address() as AddressInfo;
    const client =
      this.#clients.get(region) ??
      new sdk.CognitoIdentityProviderClient({
        endpoint: `http://127.0.0.1:${String(port)}`,
        region,
        credentials: { accessKeyId: 'AKID', secretAccessKey: 'secret' },
        maxAttempts: 1,
      });
    this.#clients.set(region, client);
    return client;
  }

  async close(): Promise<void> {
    for (const client of this.#clients.values()) client.destroy();
    this.#server.closeAllConnections();
    this.#server.close();
    const { store } = this.#cognito;
    expect(readState(stateOf(this.#cognito).trimEnd().split('\n')), 'the state after a restart').to.deep.equal(store);
  }
}
