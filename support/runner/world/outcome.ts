/** Media types of the attachments in which a scenario leaves its findings, and why it came to no verdict. */
export const findingMediaType = 'application/vnd.cognito-lab.finding+json';
export const outcomeMediaType = 'application/vnd.cognito-lab.outcome+json';

/** Why a scenario came to no verdict of its own. One that did leaves findings only. */
export interface Outcome {
  status: 'blocked' | 'error' | 'skipped';
  reason: string;
  remedy?: string;
}

/** What a check needs is not there, because another check failed: it cannot be read, and is not one more fault. */
export class Blocked extends Error {
  override readonly name = 'Blocked';
}
