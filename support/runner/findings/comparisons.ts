/**
 * Comparisons of a setting with its expected value. The same value creates the text of the finding and chai's
 * assertion, so that they always agree.
 */
export interface Comparison {
  /** The expected value, or a phrase with it, for the finding. */
  readonly expected: unknown;
  /** The types that can be compared. Any other type was not understood: an error, no verdict. */
  readonly comparable?: (actual: unknown) => boolean;
  /** @throws AssertionError if the actual value differs */
  readonly assert: (actual: Chai.Assertion) => void;
  /** A value that the comparison would hold for: null for none, undefined for any. Absent where it names none. */
  readonly wanted?: (actual: unknown) => unknown;
}

const isList = (actual: unknown): boolean => Array.isArray(actual);
const isNumber = (actual: unknown): boolean => typeof actual === 'number';
const absentValues = [undefined, null, ''];

/** `should be`: exactly this value. */
export const equalTo = (value: unknown): Comparison => ({
  expected: value,
  assert: (actual) => void actual.to.deep.equal(value),
  wanted: () => value,
});

/** `should be exactly`: exactly these values, in any order. */
export const exactly = (values: readonly unknown[]): Comparison => ({
  expected: values,
  comparable: isList,
  assert: (actual) => void actual.to.have.deep.members([...values]),
  wanted: () => [...values],
});

/** `should include`: a list with this value. */
export const including = (value: unknown): Comparison => ({
  expected: value,
  comparable: isList,
  assert: (actual) => void actual.to.deep.include(value),
  wanted: (actual) => [...(Array.isArray(actual) ? (actual as unknown[]) : []), value],
});

/** `should be at least`. */
export const atLeast = (least: number): Comparison => ({
  expected: `at least ${least}`,
  comparable: isNumber,
  assert: (actual) => void actual.to.be.at.least(least),
  wanted: () => least,
});

/** `should be at most`. */
export const atMost = (most: number): Comparison => ({
  expected: `at most ${most}`,
  comparable: isNumber,
  assert: (actual) => void actual.to.be.at.most(most),
  wanted: () => most,
});

/** Any value. @param what describes it: `a user pool` */
export const anyValue = (what: string): Comparison => ({
  expected: what,
  assert: (actual) => void actual.to.not.be.oneOf(absentValues),
  wanted: () => undefined,
});

/** No value. */
export const noValue = (): Comparison => ({
  expected: 'none',
  assert: (actual) => void actual.to.be.oneOf(absentValues),
  wanted: () => null,
});

/** `should not`: the opposite of another comparison. */
export const not = ({ expected, comparable, assert }: Comparison): Comparison => ({
  expected: `not ${asText(expected)}`,
  comparable,
  assert: (actual) => assert(actual.not),
});

/** A value in a sentence. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
