import { AssertionError, expect } from 'chai';
import { visibleJson } from '../../common/text/plain-text';
import type { Finding } from '../../lab/result/result';
import { bounded } from './bounded';
import { asText, type Comparison } from './comparisons';

/** A setting as it was read. */
export interface Reading extends Pick<Finding, 'setting' | 'source'> {
  actual: unknown;
  /** What the finding shows in place of the actual value: the same with an address masked, a refusal with its reason. */
  shown?: unknown;
  /** Why there is no actual value, where AWS always answers with one: there is nothing to compare. */
  missing?: Error;
}

/** A setting, and what it should be. */
export interface Claim extends Reading {
  should: Comparison;
}

/**
 * Compares, and says in a finding what was compared.
 *
 * @returns chai's error beside the finding, where the setting is not as it should be
 * @throws TypeError where the two cannot be compared
 */
export function compare(claim: Claim): { finding: Finding; failure?: Error } {
  const { setting, source, actual, shown = actual, should } = claim;
  if (should.comparable?.(actual) === false) throw new TypeError(`${setting} is of a type that cannot be compared.`);
  const expected = bounded(should.expected);
  try {
    should.assert(expect(actual, setting));
    return { finding: { setting, expected, actual: bounded(shown), source, holds: true } };
  } catch (failure) {
    if (!(failure instanceof AssertionError)) throw failure;
    return { finding: { setting, expected, actual: unlike(expected, bounded(shown)), source, holds: false }, failure };
  }
}

/** The actual value in a form that a reader can tell from the expected one. */
function unlike(expected: unknown, actual: unknown): unknown {
  const texts = [expected].flat().filter((value) => typeof value === 'string');
  const looks = texts.map(visible);
  const told = (value: unknown): unknown =>
    typeof value === 'string' && !texts.includes(value) && looks.includes(visible(value))
      ? visibleJson(JSON.stringify(value))
      : value;
  const shown = Array.isArray(actual) ? actual.map(told) : told(actual);
  return asText(shown) === asText(expected)
    ? `${asText(shown)} (the difference is in the type or past the cut)`
    : shown;
}

/** What a reader sees of a text: neither blanks nor characters without a shape. */
const visible = (text: string): string => text.normalize('NFKC').replace(/[\p{C}\p{Z}]/gu, '');
