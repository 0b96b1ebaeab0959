import type { UntagResourceCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findTagged } from './tags';

/** A key that is not there is no error. */
export const untagResource: Handler<UntagResourceCommandInput, object> = (input, service) => {
  const pool = findTagged(service, input.ResourceArn);
  pool.tags = Object.fromEntries(Object.entries(pool.tags).filter(([key]) => !input.TagKeys.includes(key)));
  return {};
};
