/** As `diff`: what is wrong and what could not be looked at are never mixed up. */
export const ExitCode = {
  /** Everything is as it should be. */
  asItShouldBe: 0,
  /** It looked, and something is not. */
  somethingIsNot: 1,
  /** It could not look: bad usage or input, credentials, throttling, a bug. */
  couldNotLook: 2,
} as const;
