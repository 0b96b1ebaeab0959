import { AssertionError, expect } from 'chai';

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
const isText = (actual: unknown): boolean => typeof actual === 'string';
const isNumber = (actual: unknown): boolean => typeof actual === 'number';
const absentValues = [undefined, null, ''];

/** `should be`: exactly this value. */
export const equalTo = (value: unknown): Comparison => ({
  expected: value,
  assert: (actual) => void actual.to.deep.equal(value),
  wanted: () => value,
});

/** One of these values. */
export const oneOf = (values: readonly unknown[]): Comparison => ({
  expected: values.map(asText).join(' or '),
  assert: (actual) => void actual.to.be.oneOf([...values]),
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

/** `should include`: a list with all of these values. */
export const includingAll = (values: readonly unknown[]): Comparison => ({
  expected: values,
  comparable: isList,
  assert: (actual) => void actual.to.include.deep.members([...values]),
});

/** `should not include`: a list with none of these values. */
export const includingNone = (values: readonly unknown[]): Comparison => ({
  expected: `none of ${values.map(asText).join(', ')}`,
  comparable: isList,
  assert: (actual) => {
    for (const value of values) actual.to.not.deep.include(value);
  },
});

/** `should include`: an object with all of these members. */
export const havingMembers = (members: object): Comparison => ({
  expected: members,
  comparable: (actual) => typeof actual === 'object' && actual !== null && !isList(actual),
  assert: (actual) => void actual.to.deep.include(members),
});

/** `should contain`: a text with this text in it. */
export const containing = (part: string): Comparison => ({
  expected: `a text with ${JSON.stringify(part)} in it`,
  comparable: isText,
  assert: (actual) => void actual.to.contain(part),
});

/** `should start with`: a text that begins so. */
export const startingWith = (start: string): Comparison => ({
  expected: `a text that starts with ${JSON.stringify(start)}`,
  comparable: isText,
  assert: (actual) => void actual.to.satisfy((text: string) => text.startsWith(start)),
});

/** Each entry of a list, and at least one, meets another comparison. */
export const each = ({ expected, comparable, assert }: Comparison): Comparison => ({
  expected: `each ${asText(expected)}`,
  comparable: (actual) => Array.isArray(actual) && actual.every((entry) => comparable?.(entry) !== false),
  assert: (actual) =>
    void actual.to.satisfy(
      (entries: unknown[]) => entries.length > 0 && entries.every((entry) => meets(entry, assert)),
    ),
});

function meets(value: unknown, assert: Comparison['assert']): boolean {
  try {
    assert(expect(value));
    return true;
  } catch (error) {
    if (error instanceof AssertionError) return false;
    throw error;
  }
}

/** A list with an entry, or an object with a member. @param what describes it: `a Lambda trigger` */
export const notEmpty = (what: string): Comparison => ({
  expected: what,
  assert: (actual) => void actual.to.not.be.empty,
});

/** A list without entries, or an object without members. */
export const isEmpty = (): Comparison => ({ expected: 'none', assert: (actual) => void actual.to.be.empty });

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
