import type { CheckStatus, LabResult } from '../../lab/result/result';

/** The states of checks, by id. */
export type Statuses = Readonly<Record<string, CheckStatus>>;

/** A check whose state is another than before. */
export interface StatusChange {
  id: string;
  from: CheckStatus;
  to: CheckStatus;
}

/** The states that say something about the pool: what could not be looked at, or was not, is as it was. */
export const statusesOf = ({ tasks }: LabResult): Statuses =>
  Object.fromEntries(
    tasks.flatMap(({ checks }) =>
      checks.flatMap(({ id, status }) => (['error', 'skipped'].includes(status) ? [] : [[id, status]])),
    ),
  );

/** What changed, in the order of the lab. Checks that are known of one side only are no change. */
export const changesBetween = (before: Statuses, after: Statuses): StatusChange[] =>
  Object.entries(after).flatMap(([id, to]) => {
    const from = Object.hasOwn(before, id) ? before[id] : undefined;
    return from === undefined || from === to ? [] : [{ id, from, to }];
  });
