/** As of `diff`: a failed check and an error are never the same exit code. */
export const ExitCode = {
  /** Everything is as it should be. */
  success: 0,
  /** A check failed, or a pool differs from what it is compared with. Nothing else ends in this. */
  failure: 1,
  /** No verdict: bad usage or input, no credentials, throttling, a full disk, a bug. */
  error: 2,
} as const;
