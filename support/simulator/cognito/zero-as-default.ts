/** For durations: AWS takes zero, like an absent value, to mean the default (documented). */
export const zeroAsDefault = <Default>(value: number | undefined, byDefault: Default): number | Default =>
  value === undefined || value === 0 ? byDefault : value;
