import { newKeys, type KeySource, type SigningKeys } from '../cognito/tokens/keys';

/**
 * New keys for each pool, of which one pair is mostly ready before it is asked for: making them takes longer than
 * a whole sign-in. A pair is made ahead only once somebody has asked for one, and a while later, so that it is not in the
 * way of the calls that asked.
 *
 * @param pause in milliseconds
 */
export function spareKeys(make: KeySource = newKeys, pause = 1000): KeySource {
  let spare: Promise<SigningKeys> | undefined;
  const makeSpare = (): void => {
    const made = (spare ??= make());
    // Whoever asks next makes their own, and hears of it.
    made.catch(() => (spare = undefined));
  };
  return () => {
    const taken = spare ?? make();
    spare = undefined;
    setTimeout(makeSpare, pause).unref();
    return taken;
  };
}
