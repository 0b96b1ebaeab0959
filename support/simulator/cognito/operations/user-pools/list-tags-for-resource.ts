import type {
  ListTagsForResourceCommandInput,
  ListTagsForResourceResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findTagged } from './tags';

export const listTagsForResource: Handler<ListTagsForResourceCommandInput, ListTagsForResourceResponse> = (
  input,
  service,
) => ({ Tags: findTagged(service, input.ResourceArn).tags });
