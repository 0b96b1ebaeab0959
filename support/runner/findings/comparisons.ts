/**
 * What a setting should be. One value makes both the words of the finding and chai's assertion, so that a report never
 * expects another value than the one that decided.
 */
export interface Comparison {
  /** The value, or words around it, as the finding says what is expected. */
  readonly expected: unknown;
  /** What can be compared. Another type was not understood: that is an error, and no verdict. */
  readonly comparable?: (actual: unknown) => boolean;
  /** @throws AssertionError where the actual value is another */
  readonly assert: (actual: Chai.Assertion) => void;
}

const isList = (actual: unknown): boolean => Array.isArray(actual);
const isNumber = (actual: unknown): boolean => typeof actual === 'number';
const absentValues = [undefined, null, ''];

/** `should be`: this value, and no other. */
export const equalTo = (value: unknown): Comparison => ({
  expected: value,
  assert: (actual) => void actual.to.deep.equal(value),
});

/** `should be exactly`: these values in any order, and no others. */
export const exactly = (values: readonly unknown[]): Comparison => ({
  expected: values,
  comparable: isList,
  assert: (actual) => void actual.to.have.deep.members([...values]),
});

/** `should include`: a list with this value among others. */
export const including = (value: unknown): Comparison => ({
  expected: value,
  comparable: isList,
  assert: (actual) => void actual.to.deep.include(value),
});

/** `should be at least`. */
export const atLeast = (least: number): Comparison => ({
  expected: `at least ${least}`,
  comparable: isNumber,
  assert: (actual) => void actual.to.be.at.least(least),
});

/** `should be at most`. */
export const atMost = (most: number): Comparison => ({
  expected: `at most ${most}`,
  comparable: isNumber,
  assert: (actual) => void actual.to.be.at.most(most),
});

/** There should be a value, whichever it is. @param what says so: `a user pool` */
export const anyValue = (what: string): Comparison => ({
  expected: what,
  assert: (actual) => void actual.to.not.be.oneOf(absentValues),
});

/** There should be no value. */
export const noValue = (): Comparison => ({
  expected: 'none',
  assert: (actual) => void actual.to.be.oneOf(absentValues),
});

/** `should not`: anything but what another comparison asks for. */
export const not = ({ expected, comparable, assert }: Comparison): Comparison => ({
  expected: `not ${asText(expected)}`,
  comparable,
  assert: (actual) => assert(actual.not),
});

/** A value in a sentence. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
