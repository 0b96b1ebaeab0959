import { maskTag } from '../../common/text/mask';
import type { Setting } from './setting';
import { choice, onOff, table, text } from './value-kind';

/** What the pool is called, what it is billed as, and what keeps it. */
export const userPool: readonly Setting[] = [
  {
    name: 'user pool name',
    label: 'User pool name',
    of: 'user pool',
    read: { operation: 'DescribeUserPool', member: 'Name' },
    values: text({ example: 'lab pool' }),
    set: { operation: 'UpdateUserPool', member: 'PoolName' },
    place: {
      classic: 'Step 5, Integrate your app > User pool name',
      wizardStep: 5,
      present: 'Overview > Rename',
    },
  },
  {
    name: 'feature plan',
    label: 'Feature plan',
    of: 'user pool',
    read: { operation: 'DescribeUserPool', member: 'UserPoolTier' },
    values: choice('feature plan', { Lite: 'LITE', Essentials: 'ESSENTIALS', Plus: 'PLUS' }),
    set: { operation: 'UpdateUserPool', member: 'UserPoolTier' },
    place: { present: 'Settings > Feature plans > Edit' },
  },
  {
    name: 'deletion protection',
    label: 'Deletion protection',
    of: 'user pool',
    read: { operation: 'DescribeUserPool', member: 'DeletionProtection' },
    values: onOff('ACTIVE', 'INACTIVE'),
    set: { operation: 'UpdateUserPool', member: 'DeletionProtection' },
    place: { classic: 'User pool properties > Deletion protection', present: 'Settings > Deletion protection' },
  },
  {
    name: 'tags',
    label: 'Tags',
    of: 'user pool',
    read: {
      operation: 'DescribeUserPool',
      member: 'UserPoolTags',
      // Those of AWS's own services, and those by which the program finds a pool of its own again, are nobody's choice.
      value: ({ UserPoolTags }) =>
        UserPoolTags &&
        Object.fromEntries(Object.entries(UserPoolTags).filter(([key]) => !/^(aws|cognito-lab):/.test(key))),
    },
    absent: {},
    evidence: 'recorded from AWS 2026-09: left out of the answer to the creation, empty in the description',
    values: { ...table({ course: 'security' }), maskEntry: (_, value) => maskTag(value) },
    set: { operation: 'UpdateUserPool', member: 'UserPoolTags' },
    place: { classic: 'User pool properties > Tags', present: 'Settings > Tags > Manage tags' },
  },
];
