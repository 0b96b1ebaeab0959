/** What came of one of the proofs. */
export interface Proof {
  /** `wrong: optional-mfa.json`. */
  name: string;
  /** `note`: nothing is wrong, and the author should know. */
  status: 'passed' | 'failed' | 'note';
  /** Why it failed, or what to know. */
  detail?: string;
}

/** Passed where what was found is what was wanted. */
export function proofOf(name: string, wrong: readonly string[]): Proof {
  return wrong.length ? { name, status: 'failed', detail: wrong.join(' ') } : { name, status: 'passed' };
}

/** What a list of ids lacks, and has too many. */
export function differences(what: string, found: readonly string[], wanted: readonly string[]): string[] {
  const missing = wanted.filter((id) => !found.includes(id));
  const extra = found.filter((id) => !wanted.includes(id));
  return [
    ...(missing.length ? [`Not ${what}, and should be: ${missing.join(', ')}.`] : []),
    ...(extra.length
      ? [`${what.charAt(0).toUpperCase()}${what.slice(1)}, and should not be: ${extra.join(', ')}.`]
      : []),
  ];
}
