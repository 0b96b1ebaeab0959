import { CouldNotLook } from '../../common/could-not-look';
import type { LabResult } from '../../lab/result/result';

/** Whether nothing could be read: the endpoint went away, the pool is gone, the credentials are. */
export const isOutage = ({ tasks }: LabResult): boolean => {
  const statuses = tasks.flatMap(({ checks }) => checks.map(({ status }) => status));
  return statuses.includes('error') && statuses.every((status) => status === 'error' || status === 'skipped');
};

/** Why nothing could be read, and what to do. */
export function outageOf({ tasks }: LabResult): CouldNotLook {
  const check = tasks.flatMap(({ checks }) => checks).find(({ status }) => status === 'error');
  return new CouldNotLook(check?.reason ?? 'The pool could not be read.', check?.remedy ?? 'Check it again.', true);
}
