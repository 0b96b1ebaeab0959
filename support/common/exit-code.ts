/** Exit codes like those of `diff`: a failed check and an error never share one. */
export const ExitCode = {
  /** Everything is as it should be. */
  success: 0,
  /** A check failed, or a pool differs from its baseline. Used for nothing else. */
  failure: 1,
  /** No verdict: bad usage or input, no credentials, throttling, a full disk, a bug. */
  error: 2,
} as const;
