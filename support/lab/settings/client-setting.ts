import type { Setting } from './setting';

type Of = Pick<Setting, 'name' | 'label' | 'values'> & Partial<Setting>;

const place = {
  classic: 'Step 5, Integrate your app > Initial app client',
  wizardStep: 5,
  present: 'Applications > App clients > your app client > App client information > Edit',
} as const;

/** A setting of an app client that reads and sets one member of its description. */
export const clientSetting = (member: string, setting: Of): Setting => ({
  of: 'app client',
  read: { operation: 'DescribeUserPoolClient', member },
  set: { operation: 'UpdateUserPoolClient', member },
  place,
  ...setting,
});
