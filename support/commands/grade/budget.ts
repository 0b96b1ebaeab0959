/**
 * The limits of one learner. An honest submission needs a few hundredths of a second and some tens of kilobytes, so
 * that nobody meets these limits by accident; beyond them a learner is an error, and the rest of the class goes on.
 */
export const budget = {
  /** Milliseconds of processor time; measured on Linux only. */
  processor: 4_000,
  /** Megabytes of the heap of a worker, which holds some twenty learners at a time. */
  heap: 320,
  /** Megabytes of a worker's resident memory, including buffers outside its heap; measured on Linux only. */
  resident: 1_024,
  /** Bytes of each file that is written for a learner, and of a result of an earlier run. */
  file: 1024 * 1024,
  /** Characters of each text in a learner's row of the summary. */
  text: 1_000,
  /** Entries of each list in a learner's row of the summary. */
  list: 20,
} as const;
