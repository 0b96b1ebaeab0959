import { AssertionError, config, expect } from 'chai';
import { visibleJson } from '../../common/text/plain-text';
import type { Change } from '../../lab/fixes';
import type { Finding } from '../../lab/result/result';
import { boundValue } from './bound-value';
import { asText, type Comparison } from './comparisons';

/** A setting, as read. */
export interface Reading extends Pick<Finding, 'setting' | 'source'> {
  actual: unknown;
  /** The value that the finding shows instead of the actual one: a masked address, a refusal with its reason. */
  shown?: unknown;
  /** The error if AWS always returns this value and it is missing: nothing to compare. */
  missing?: Error;
}

/** A setting, and its expected value. */
export interface Claim extends Reading {
  should: Comparison;
  /** What would have to be set for it to hold, where that is not the value that the comparison names. */
  changes?: Change[];
}

export interface Compared {
  finding: Finding;
  failure?: Error;
  changes: Change[];
}

/**
 * Compares a setting with its expected value.
 *
 * @returns the finding; if the comparison failed, also chai's error, and the changes that would make it hold, if any
 * @throws TypeError if the types cannot be compared
 */
export function compare(claim: Claim): Compared {
  const { setting, source, actual, shown = actual, should } = claim;
  if (should.comparable?.(actual) === false) throw new TypeError(`${setting} is of a type that cannot be compared.`);
  const expected = boundValue(should.expected);
  try {
    withoutProxies(() => should.assert(expect(actual, setting)));
    return { finding: { setting, expected, actual: boundValue(shown), source, holds: true }, changes: [] };
  } catch (failure) {
    if (!(failure instanceof AssertionError)) throw failure;
    const finding = { setting, expected, actual: unlike(expected, boundValue(shown)), source, holds: false };
    const named = should.wanted ? [{ source, setting, value: should.wanted(actual) }] : [];
    return { finding, failure, changes: claim.changes ?? named };
  }
}

/** The actual value, in a form that a reader can distinguish from the expected one. */
function unlike(expected: unknown, actual: unknown): unknown {
  const texts = [expected].flat().filter((value) => typeof value === 'string');
  const visibleTexts = texts.map(visible);
  const distinct = (value: unknown): unknown =>
    typeof value === 'string' && !texts.includes(value) && visibleTexts.includes(visible(value))
      ? visibleJson(JSON.stringify(value))
      : value;
  const shown = Array.isArray(actual) ? actual.map(distinct) : distinct(actual);
  return asText(shown) === asText(expected)
    ? `${asText(shown)} (the difference is in the type or past the cut)`
    : shown;
}

/** The visible part of a text, without blanks and invisible characters. */
const visible = (text: string): string => text.normalize('NFKC').replace(/[\p{C}\p{Z}]/gu, '');

/** chai's proxies find misspelt assertions in tests; they take half of the time of one. */
function withoutProxies(assert: () => void): void {
  const { useProxy } = config;
  config.useProxy = false;
  try {
    assert();
  } finally {
    config.useProxy = useProxy;
  }
}
