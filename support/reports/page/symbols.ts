import type { CheckStatus } from '../../result/result';

/** A state as a character beside its word. The selector keeps phones from showing a coloured picture for the first. */
export const symbols: Record<CheckStatus, string> = {
  passed: '✔\ufe0e',
  failed: '✘',
  blocked: '⊘',
  error: '?',
  skipped: '–',
};
