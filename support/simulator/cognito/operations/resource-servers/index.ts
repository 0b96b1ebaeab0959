import { createResourceServer } from './create-resource-server';
import { deleteResourceServer } from './delete-resource-server';
import { describeResourceServer } from './describe-resource-server';
import { listResourceServers } from './list-resource-servers';
import { updateResourceServer } from './update-resource-server';

/** Resource servers. */
export const resourceServerOperations = {
  CreateResourceServer: createResourceServer,
  DeleteResourceServer: deleteResourceServer,
  DescribeResourceServer: describeResourceServer,
  ListResourceServers: listResourceServers,
  UpdateResourceServer: updateResourceServer,
};
