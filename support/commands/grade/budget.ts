/**
 * What one learner may take. An honest submission needs a few hundredths of a second and some tens of kilobytes, so
 * that nobody meets these limits by accident; beyond them a learner is an error, and the rest of the class goes on.
 */
export const budget = {
  /** Milliseconds of processor time, where the system tells how much a process took (Linux). */
  processor: 4_000,
  /** Megabytes of the heap of a worker, which holds some twenty learners at a time. */
  heap: 320,
  /** Megabytes of a worker in all, buffers outside of its heap included; where the system tells it (Linux). */
  resident: 1_024,
  /** Bytes of any one file that is kept of a learner, and of a result that is read again. */
  file: 1024 * 1024,
  /** Characters of a text that is shown of a learner beside the grade. */
  text: 1_000,
  /** Entries of a list that is shown of a learner beside the grade. */
  list: 20,
} as const;
