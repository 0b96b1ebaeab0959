import { signalIn, type Layer } from './layer';

/**
 * Aborts a call with all its retries after a time limit, or on a signal. The combined signal replaces the caller's in
 * the context, where the SDK's retries, the rate limiter and the transport use it.
 *
 * @param milliseconds for one call; unlimited if absent
 */
export const callTimeout = (milliseconds: number | undefined, signal?: AbortSignal): Layer => ({
  name: 'cognitoLabCallTimeout',
  step: 'initialize',
  priority: 'high',
  around: (next, context) => async (args) => {
    const own = signalIn(context);
    const signals = [own, signal, milliseconds === undefined ? undefined : AbortSignal.timeout(milliseconds)];
    const ends = AbortSignal.any(signals.filter((each) => each !== undefined));
    context.__smithy_context = { ...context.__smithy_context, abortSignal: ends };
    return untilAborted(next(args), ends);
  },
});

/** @throws AbortError when the signal is given first */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () =>
      reject(Object.assign(new Error('The call was ended.', { cause: signal.reason }), { name: 'AbortError' }));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
