/** Groups and their members. */
export const groupOperations = {
  AdminAddUserToGroup: () =>
    (require('./admin-add-user-to-group') as typeof import('./admin-add-user-to-group')).adminAddUserToGroup,
  AdminListGroupsForUser: () =>
    (require('./admin-list-groups-for-user') as typeof import('./admin-list-groups-for-user')).adminListGroupsForUser,
  AdminRemoveUserFromGroup: () =>
    (require('./admin-remove-user-from-group') as typeof import('./admin-remove-user-from-group'))
      .adminRemoveUserFromGroup,
  CreateGroup: () => (require('./create-group') as typeof import('./create-group')).createGroup,
  DeleteGroup: () => (require('./delete-group') as typeof import('./delete-group')).deleteGroup,
  GetGroup: () => (require('./get-group') as typeof import('./get-group')).getGroup,
  ListGroups: () => (require('./list-groups') as typeof import('./list-groups')).listGroups,
  ListUsersInGroup: () => (require('./list-users-in-group') as typeof import('./list-users-in-group')).listUsersInGroup,
  UpdateGroup: () => (require('./update-group') as typeof import('./update-group')).updateGroup,
};
