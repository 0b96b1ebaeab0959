/** Limits for an archive. AWS's answers take kilobytes, those of a class some hundred megabytes. */
export interface ZipLimits {
  entries: number;
  /** Total extracted size. */
  bytes: number;
  /** Extracted size of one file. */
  fileBytes: number;
  /** Limits for one learner's submission in the archive of a class: beyond them only that learner is refused. */
  learner?: { entries: number; bytes: number };
}

const megabyte = 1024 ** 2;

export const submissionLimits: ZipLimits = { entries: 2_000, bytes: 64 * megabyte, fileBytes: 16 * megabyte };

export const classLimits: ZipLimits = {
  entries: 100_000,
  bytes: 2 * 1024 * megabyte,
  fileBytes: 64 * megabyte,
  learner: { entries: 5_000, bytes: submissionLimits.bytes },
};

/** The maximum growth of a whole archive, from {@link growthMatters} on: entries can share the same packed bytes. */
export const mostGrowth = 100;
export const growthMatters = 4 * megabyte;
