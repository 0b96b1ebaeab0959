/** Media types of a scenario's attachments: its findings, and the reason if it has no verdict. */
export const findingMediaType = 'application/vnd.cognito-lab.finding+json';
/** What would make a finding hold. Not part of the result: the commands that are made of it are. */
export const changeMediaType = 'application/vnd.cognito-lab.change+json';
export const outcomeMediaType = 'application/vnd.cognito-lab.outcome+json';

/** Why a scenario has no verdict. Scenarios with a verdict attach findings only. */
export interface Outcome {
  status: 'blocked' | 'error' | 'skipped';
  reason: string;
  remedy?: string;
}

/**
 * The subject of a check does not exist because another check failed. It cannot be read, and is not another mistake.
 */
export class Blocked extends Error {
  override readonly name = 'Blocked';
}
