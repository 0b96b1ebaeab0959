import type { Clock, Ids } from './clock-and-ids';
import type { Outbox } from './outbox';
import type { Store } from './store';
import type { KeySource } from './tokens/keys';

/** Who calls and where from. On AWS the region comes from the endpoint, here from the credential scope. */
export interface CallContext {
  region: string;
  /** Twelve digits. */
  accountId: string;
  /** Becomes `event_id` of the tokens of a sign-in, as on AWS. */
  requestId: string;
}

/** All that an operation can reach. A handler destructures only what it uses. */
export interface Service {
  store: Store;
  clock: Clock;
  ids: Ids;
  keys: KeySource;
  outbox: Outbox;
  call: CallContext;
}

/** An input after the model's constraints: what AWS requires is there. The SDK's types let it be undefined. */
export type Valid<Input> = {
  [Member in keyof Input]: object extends Pick<Input, Member> ? Input[Member] : Exclude<Input[Member], undefined>;
};

/**
 * One operation of the service. The input has passed the model's constraints (required members, lengths, ranges,
 * patterns, enums) before a handler sees it; what a handler checks is what only Cognito can know.
 *
 * Times in an output are `Date`s, as in the SDK's types; the HTTP face writes them as epoch seconds.
 *
 * @throws CognitoError for every refusal that AWS documents
 */
export type Handler<Input, Output> = (input: Valid<Input>, service: Service) => Output | Promise<Output>;
