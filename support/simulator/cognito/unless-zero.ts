/** For the lengths of time for which AWS takes zero, like nothing at all, to mean the default (documented). */
export const unlessZero = <Default>(value: number | undefined, byDefault: Default): number | Default =>
  value === undefined || value === 0 ? byDefault : value;
