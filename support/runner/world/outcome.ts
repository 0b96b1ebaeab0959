import type { Finding } from '../../lab/result/result';

/** Media types of the attachments by which a scenario tells the engine what it saw. */
export const findingMediaType = 'application/vnd.cognito-lab.finding+json';
export const outcomeMediaType = 'application/vnd.cognito-lab.outcome+json';

/** Why a scenario came to no verdict of its own. One that did leaves findings only. */
export interface Outcome {
  status: 'blocked' | 'error' | 'skipped';
  reason: string;
  remedy?: string;
}

/** A finding and the assertion that decides whether it holds. */
export interface Claim extends Omit<Finding, 'holds'> {
  /** A chai assertion about `actual`. @throws AssertionError where it does not hold */
  assert: () => void;
}
