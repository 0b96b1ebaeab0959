import { attributeLabels, attributeName } from './attributes';
import type { Members, Setting } from './setting';
import { choice, choices, onOff, textList } from './value-kind';

const step3 = 'Step 3, Configure sign-up experience';
const signUpPage = 'Authentication > Sign-up';

interface Attribute {
  Name?: string;
  Required?: boolean;
}

const addressLabels = { Email: 'email', 'Phone number': 'phone_number' };

const names = (schema: unknown, pick: (attribute: Attribute) => boolean): string[] | undefined =>
  Array.isArray(schema) ? (schema as Attribute[]).filter(pick).map(({ Name = '' }) => Name) : undefined;

const isCustom = ({ Name = '' }: Attribute): boolean => /^(dev:)?custom:/.test(Name);

/**
 * The email address is always asked for where it is the user name, whether the pool lists it (console) or not (CLI,
 * CloudFormation, CDK). It does not count unless the lab names it.
 */
const withoutUnnamed = (wanted: unknown, actual: unknown): [unknown, unknown] => [
  wanted,
  Array.isArray(actual) && Array.isArray(wanted) && !wanted.includes('email')
    ? actual.filter((name) => name !== 'email')
    : actual,
];

/** How users come into the pool, and what is asked of them. */
export const signUp: readonly Setting[] = [
  {
    name: 'self-registration',
    label: 'Self-registration',
    of: 'user pool',
    read: { operation: 'DescribeUserPool', member: 'AdminCreateUserConfig.AllowAdminCreateUserOnly' },
    absent: false,
    evidence: 'documented default',
    values: onOff(false, true),
    set: { operation: 'UpdateUserPool', member: 'AdminCreateUserConfig.AllowAdminCreateUserOnly' },
    place: {
      classic: `${step3} > Self-service sign-up > Enable self-registration`,
      wizardStep: 3,
      present: `${signUpPage} > Self-service sign-up > Edit`,
    },
  },
  {
    name: 'attributes verified at sign-up',
    label: 'Attributes that Cognito verifies',
    of: 'user pool',
    read: { operation: 'DescribeUserPool', member: 'AutoVerifiedAttributes' },
    absent: [],
    evidence: 'recorded from AWS 2026-09: left out where nothing is verified',
    values: choices('attribute to verify', addressLabels),
    set: { operation: 'UpdateUserPool', member: 'AutoVerifiedAttributes' },
    place: {
      classic: `${step3} > Attribute verification and user account confirmation`,
      wizardStep: 3,
      present: `${signUpPage} > Attribute verification and user account confirmation > Edit`,
    },
  },
  {
    name: 'attributes verified before an update',
    label: 'Active attribute values when an update is pending',
    of: 'user pool',
    read: {
      operation: 'DescribeUserPool',
      member: 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate',
    },
    absent: [],
    evidence: 'recorded from AWS 2026-09: an empty list by default; left out of older pools',
    values: choices('attribute to verify', addressLabels),
    set: {
      operation: 'UpdateUserPool',
      member: 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate',
    },
    place: {
      classic: `${step3} > Verifying attribute changes`,
      wizardStep: 3,
      present: `${signUpPage} > Attribute verification and user account confirmation > Edit`,
    },
  },
  {
    name: 'required attributes',
    label: 'Required attributes',
    of: 'user pool',
    read: {
      operation: 'DescribeUserPool',
      member: 'SchemaAttributes[].Required',
      value: ({ SchemaAttributes }) =>
        names(SchemaAttributes, (each) => each.Required === true && each.Name !== 'sub' && !isCustom(each)),
    },
    values: {
      ...choices('standard attribute', attributeLabels),
      toAws: (given) => requiredNames(given),
      comparable: withoutUnnamed,
    },
    set: {
      operation: 'CreateUserPool',
      member: 'Schema',
      write: (input, value) => {
        for (const Name of value as string[]) attributeIn(input, Name).Required = true;
      },
    },
    fixed: true,
    place: {
      classic: `${step3} > Required attributes`,
      wizardStep: 3,
      present: 'Create user pool > Required attributes for sign-up',
    },
  },
  {
    name: 'custom attributes',
    label: 'Custom attributes',
    of: 'user pool',
    read: {
      operation: 'DescribeUserPool',
      member: 'SchemaAttributes[].Name',
      value: ({ SchemaAttributes }) =>
        names(SchemaAttributes, isCustom)?.map((name) => name.replace(/^(dev:)?custom:/, '')),
    },
    values: textList('team', (name) => name.replace(/^custom:/, '')),
    set: {
      operation: 'AddCustomAttributes',
      member: 'CustomAttributes',
      write: (input, value) => {
        for (const Name of value as string[])
          Object.assign(attributeIn(input, Name), { AttributeDataType: 'String', Mutable: true });
      },
    },
    place: {
      classic: `${step3} > Custom attributes`,
      wizardStep: 3,
      present: `${signUpPage} > Custom attributes > Add custom attributes`,
    },
  },
  {
    name: 'account recovery',
    label: 'Delivery method for user account recovery messages',
    of: 'user pool',
    read: {
      operation: 'DescribeUserPool',
      member: 'AccountRecoverySetting.RecoveryMechanisms',
      value: ({ AccountRecoverySetting }) => {
        const { RecoveryMechanisms } = (AccountRecoverySetting ?? {}) as { RecoveryMechanisms?: Mechanism[] };
        return RecoveryMechanisms && [...RecoveryMechanisms].sort((a, b) => a.Priority - b.Priority).map((m) => m.Name);
      },
    },
    values: choice('way of account recovery', {
      'Email if available, otherwise SMS': ['verified_email', 'verified_phone_number'],
      'SMS if available, otherwise email': ['verified_phone_number', 'verified_email'],
      'Email only': ['verified_email'],
      'SMS only': ['verified_phone_number'],
      'None - users contact the administrator': ['admin_only'],
    }),
    set: {
      operation: 'UpdateUserPool',
      member: 'AccountRecoverySetting',
      write: (input, value) => {
        const RecoveryMechanisms = (value as string[]).map((Name, at) => ({ Name, Priority: at + 1 }));
        input.AccountRecoverySetting = { RecoveryMechanisms };
      },
    },
    place: {
      classic: 'Step 2, Configure security requirements > User account recovery',
      wizardStep: 2,
      present: 'Authentication > Sign-in > User account recovery > Edit',
    },
  },
];

interface Mechanism {
  Name: string;
  Priority: number;
}

function requiredNames(given: unknown): string[] {
  return (textList('Name').toAws(given) as string[]).map(attributeName);
}

/** The attribute in the schema of a pool that is created. */
function attributeIn(input: Members, name: string): Members {
  const schema = (input.Schema ??= []) as Members[];
  const found = schema.find(({ Name }) => Name === name);
  if (found) return found;
  const made = { Name: name };
  schema.push(made);
  return made;
}
