import { adminAddUserToGroup } from './admin-add-user-to-group';
import { adminListGroupsForUser } from './admin-list-groups-for-user';
import { adminRemoveUserFromGroup } from './admin-remove-user-from-group';
import { createGroup } from './create-group';
import { deleteGroup } from './delete-group';
import { getGroup } from './get-group';
import { listGroups } from './list-groups';
import { listUsersInGroup } from './list-users-in-group';
import { updateGroup } from './update-group';

/** Groups and their members. */
export const groupOperations = {
  AdminAddUserToGroup: adminAddUserToGroup,
  AdminListGroupsForUser: adminListGroupsForUser,
  AdminRemoveUserFromGroup: adminRemoveUserFromGroup,
  CreateGroup: createGroup,
  DeleteGroup: deleteGroup,
  GetGroup: getGroup,
  ListGroups: listGroups,
  ListUsersInGroup: listUsersInGroup,
  UpdateGroup: updateGroup,
};
