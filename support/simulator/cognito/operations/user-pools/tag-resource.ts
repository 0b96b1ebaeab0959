import type { TagResourceCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { checkTags, findTagged } from './tags';

export const tagResource: Handler<TagResourceCommandInput, object> = (input, service) => {
  const pool = findTagged(service, input.ResourceArn);
  checkTags(input.Tags, pool.tags);
  pool.tags = { ...pool.tags, ...input.Tags };
  return {};
};
