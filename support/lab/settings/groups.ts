import { roleArn } from './arn';
import type { Setting } from './setting';
import { number, text } from './value-kind';

const place = { classic: 'Groups > Create group', present: 'User management > Groups > Create group' } as const;

const of = 'group' as const;
const unset = { evidence: 'documented: left out unless set' } as const;

/** What a group is called, and what its members may do. */
export const groups: readonly Setting[] = [
  {
    name: 'group name',
    label: 'Group name',
    of,
    read: { operation: 'ListGroups', member: 'GroupName' },
    values: text({ example: 'admins' }),
    set: { operation: 'CreateGroup', member: 'GroupName' },
    fixed: true,
    place,
  },
  {
    name: 'description',
    label: 'Group description',
    of,
    read: { operation: 'ListGroups', member: 'Description' },
    absent: '',
    ...unset,
    values: text({ example: 'Those who run the lab' }),
    set: { operation: 'UpdateGroup', member: 'Description' },
    place,
  },
  {
    name: 'IAM role',
    label: 'IAM role',
    of,
    read: { operation: 'ListGroups', member: 'RoleArn' },
    absent: '',
    ...unset,
    values: roleArn('lab-admins'),
    set: { operation: 'UpdateGroup', member: 'RoleArn' },
    place,
  },
  {
    name: 'precedence',
    label: 'Precedence',
    of,
    read: { operation: 'ListGroups', member: 'Precedence' },
    absent: 'none',
    ...unset,
    values: number('places', 0, 2_147_483_647),
    set: { operation: 'UpdateGroup', member: 'Precedence' },
    place,
  },
];
