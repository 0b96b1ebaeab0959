import { CognitoError } from './errors';
import type { CallContext, Handler } from './handler';
import { operations, type OperationName } from './operations';
import { Outbox } from './outbox';
import { randomIds, systemClock, type Clock, type Ids } from './clock-and-ids';
import { Store } from './store';
import { newKeys, type KeySource } from './tokens/keys';
import { validate } from './model/validate';

export interface SimulatedCognitoOptions {
  clock?: Clock;
  ids?: Ids;
  keys?: KeySource;
  store?: Store;
  outbox?: Outbox;
}

/**
 * Amazon Cognito user pools, simulated: state in, state out, and AWS's own refusals. It knows nothing of mocks, of
 * HTTP or of the lab; the `mock` target and the sandbox are two thin faces on it.
 */
export class SimulatedCognito {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly keys: KeySource;
  readonly store: Store;
  readonly outbox: Outbox;

  constructor({
    clock = systemClock,
    ids = randomIds,
    keys = newKeys,
    store = new Store(),
    outbox = new Outbox(),
  }: SimulatedCognitoOptions = {}) {
    this.clock = clock;
    this.ids = ids;
    this.keys = keys;
    this.store = store;
    this.outbox = outbox;
  }

  /** Whether the operation is simulated. */
  static simulates(operation: string): operation is OperationName {
    return Object.hasOwn(operations, operation);
  }

  /**
   * Does one call.
   *
   * @param operation AWS's name of it, e.g. `CreateUserPool`
   * @param input as the caller sent it; not trusted
   * @returns the output, a copy of its own: changing it does not change the store
   * @throws CognitoError for every refusal, `NotSimulatedException` among them
   */
  async call(operation: string, input: unknown, context: CallContext): Promise<Record<string, unknown>> {
    if (!SimulatedCognito.simulates(operation)) throw notSimulated(operation);
    const valid = validate(operation, input);
    const { clock, ids, keys, store, outbox } = this;
    const handle = operations[operation] as Handler<never, object>;
    const output = await handle(valid as never, { clock, ids, keys, store, outbox, call: context });
    return structuredClone(output) as Record<string, unknown>;
  }
}

/** An operation of AWS's that is left out here is refused by name, never answered with nothing. */
function notSimulated(operation: string): CognitoError {
  return new CognitoError(
    'NotSimulatedException',
    `${operation} is not simulated by cognito-lab. The operations that are: docs/reference/simulated-operations.md`,
  );
}
