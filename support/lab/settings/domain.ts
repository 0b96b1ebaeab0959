import type { Setting } from './setting';
import { choice, text } from './value-kind';

const place = { classic: 'App integration > Domain', present: 'Branding > Domain' } as const;

/** Where the pages of the hosted sign-in are. */
export const domain: readonly Setting[] = [
  {
    name: 'Cognito domain',
    label: 'Cognito domain',
    of: 'user pool',
    read: { operation: 'DescribeUserPool', member: 'Domain' },
    absent: '',
    evidence: 'recorded from AWS 2025: in the description once a prefix domain exists',
    values: text({ example: 'lab-sign-in' }),
    set: { operation: 'CreateUserPoolDomain', member: 'Domain' },
    place,
  },
  {
    name: 'custom domain',
    label: 'Custom domain',
    of: 'user pool',
    read: { operation: 'DescribeUserPool', member: 'CustomDomain' },
    absent: '',
    evidence: 'documented: in the description once a custom domain exists',
    values: text({ example: 'auth.example.com' }),
    set: { operation: 'CreateUserPoolDomain', member: 'CustomDomain' },
    place,
  },
  {
    name: 'branding version',
    label: 'Branding version',
    of: 'user pool',
    read: { operation: 'DescribeUserPoolDomain', member: 'ManagedLoginVersion' },
    absent: 1,
    evidence: 'documented default: the classic hosted UI',
    values: choice('branding version', { 'Hosted UI (classic)': 1, 'Managed login': 2 }),
    set: { operation: 'UpdateUserPoolDomain', member: 'ManagedLoginVersion' },
    place,
  },
];
