import type {
  DescribeResourceServerCommandInput,
  DescribeResourceServerResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Handler } from '../../handler';
import { findResourceServer, resourceServerOf } from './find-resource-server';

export const describeResourceServer: Handler<DescribeResourceServerCommandInput, DescribeResourceServerResponse> = (
  input,
  service,
) => {
  const { pool, server } = findResourceServer(service, input);
  return { ResourceServer: resourceServerOf(pool, server) };
};
