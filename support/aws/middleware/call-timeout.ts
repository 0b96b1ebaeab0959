import { signalIn, type Layer } from './layer';

/**
 * Ends a call, its retries included, after a time, or when it is told to. What ends it is part of the signal of the
 * call from here on, beside the caller's own: the SDK's retries, the rate limiter and the transport heed it.
 *
 * @param milliseconds for a call; without an end where there are none
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
