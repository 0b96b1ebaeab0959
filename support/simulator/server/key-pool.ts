import { newKeys, type KeySource, type SigningKeys } from '../cognito/tokens/keys';

/**
 * New keys for each user pool, of which one pair is mostly generated before it is requested: that takes longer than a
 * whole sign-in. The next pair is generated only after a first request, and after a pause, so that it does not slow down
 * the calls that requested.
 *
 * @param pause in milliseconds
 */
export function keyPool(make: KeySource = newKeys, pause = 1000): KeySource {
  let ready: Promise<SigningKeys> | undefined;
  const makeReady = (): void => {
    const made = (ready ??= make());
    // The next request generates its own, and reports its failure.
    made.catch(() => (ready = undefined));
  };
  return () => {
    const taken = ready ?? make();
    ready = undefined;
    setTimeout(makeReady, pause).unref();
    return taken;
  };
}
