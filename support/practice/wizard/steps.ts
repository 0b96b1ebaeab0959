import { choices } from '../../lab/solution/choices';
import { fieldOf, type Field, type Group, type Words } from '../forms/field';

/** A step of the wizard. */
export interface Step {
  number: number;
  /** The task of the tutorial. */
  task: number;
  title: string;
  groups: readonly Group[];
}

const inWizard = choices.filter(({ of }) => of === 'user pool' || of === 'app client');

/** The field of a choice, by the choice's label. */
function field(label: string, words?: Words): Field {
  const choice = inWizard.find((each) => each.label === label);
  if (!choice) throw new Error(`There is no choice "${label}".`);
  return fieldOf(choice, words);
}

const custom = { label: 'Password policy mode', is: 'Custom' };
const kinds = field('Password requirements').options.map(({ label }) => label);

/** What the tutorial shows, in its words and in its order. */
const tutorial: readonly Step[] = [
  {
    number: 1,
    task: 3,
    title: 'Configure sign-in experience',
    groups: [
      {
        title: 'Authentication providers',
        fields: [
          field('Provider types', {
            options: {
              'Cognito user pool': 'Users sign in with an account of this user pool.',
              'Federated identity providers': 'Users sign in with an account elsewhere, as well.',
            },
            required: 'Select at least "Cognito user pool".',
          }),
          field('Cognito user pool sign-in options', {
            options: {
              'User name': 'With this one selected, the others are further names of a user.',
              'Preferred username': 'Only beside "User name".',
            },
            help: 'They cannot be changed once the user pool exists.',
            required: 'Select at least one sign-in option.',
          }),
          field('Federated sign-in options', {
            onlyIf: { label: 'Provider types', is: 'Federated identity providers' },
          }),
        ],
      },
    ],
  },
  {
    number: 2,
    task: 4,
    title: 'Configure security requirements',
    groups: [
      {
        title: 'Password policy',
        fields: [
          field('Password policy mode', {
            options: {
              'Cognito defaults':
                'At least 8 characters, with a number, a special character, an uppercase and a lowercase letter. Temporary passwords expire in 7 days.',
            },
            required: 'Select a password policy mode.',
          }),
          field('Password minimum length', { initial: ['8'], initialIsNone: true, onlyIf: custom }),
          field('Password requirements', { initial: kinds, initialIsNone: true, onlyIf: custom }),
          field('Temporary passwords set by administrators expire in', {
            initial: ['7'],
            initialIsNone: true,
            onlyIf: custom,
          }),
          field('Prevent use of previous passwords', {
            initial: ['0'],
            initialIsNone: true,
            onlyIf: custom,
          }),
        ],
      },
      {
        title: 'Multi-factor authentication',
        fields: [field('MFA enforcement', { required: 'Select an MFA enforcement.' })],
      },
    ],
  },
  {
    number: 3,
    task: 5,
    title: 'Configure sign-up experience',
    groups: [
      {
        title: 'Self-service sign-up',
        fields: [
          field('Allow users to sign themselves up', {
            initial: ['on'],
            help: 'Enable self-registration: without it, only an administrator creates users.',
          }),
        ],
      },
      {
        title: 'Attribute verification and user account confirmation',
        fields: [
          field('Attribute verification and user account confirmation', {
            options: {
              'Keep the default': 'Send email message, verify email address.',
              "Don't automatically send messages": 'Nothing is verified by itself.',
            },
            initial: ['Keep the default'],
          }),
        ],
      },
      {
        title: 'Required attributes',
        fields: [
          field('Required attributes', {
            help: 'Nobody signs up without these. They cannot be changed once the user pool exists. What users sign in with is required anyway.',
          }),
        ],
      },
      {
        title: 'Custom attributes',
        fields: [
          field('Custom attributes', {
            placeholder: 'department',
            help: 'Names, one a line. They can be added later, too, and never removed.',
          }),
        ],
      },
    ],
  },
  {
    number: 4,
    task: 6,
    title: 'Configure message delivery',
    groups: [
      {
        title: 'Email',
        fields: [
          field('Email provider', {
            options: {
              'Send email with Cognito': 'At most 50 messages a day.',
              'Send email with Amazon SES': 'For higher daily limits; needs an identity that SES has verified.',
            },
            required: 'Select an email provider.',
          }),
          field('SES identity', {
            placeholder: 'arn:aws:ses:us-east-1:123456789012:identity/keke@example.com',
            help: 'The ARN of a verified identity. The tutorial leaves it blank.',
          }),
        ],
      },
    ],
  },
  {
    number: 5,
    task: 7,
    title: 'Integrate your app',
    groups: [
      {
        title: 'User pool name',
        fields: [field('User pool name', { required: 'Enter a user pool name.' })],
      },
      {
        title: 'Initial app client',
        fields: [
          field('App client name', {
            help: "Left blank, no app client is created. Amazon's wizard insists on one.",
          }),
          field('Client secret', {
            initial: ["Don't generate a client secret"],
            help: 'It cannot be changed once the app client exists.',
          }),
        ],
      },
    ],
  },
];

export const fieldsOf = ({ groups }: Pick<Step, 'groups'>): readonly Field[] => groups.flatMap(({ fields }) => fields);

const shown = tutorial.flatMap(fieldsOf);

/** A step's choices that the tutorial does not show. Left alone, they leave all to AWS. */
function furtherFields(number: number): Field[] {
  const further = inWizard.filter(
    ({ label, wizardStep, setting }) =>
      wizardStep === number &&
      !shown.some((each) => each.label === label || (setting !== undefined && each.setting === setting)),
  );
  return further.map((choice) => {
    const made = fieldOf(choice, { initialIsNone: true });
    // On, off, and neither: what is not said is AWS's default.
    const isSwitch = made.kind === 'switch';
    return isSwitch ? { ...made, kind: 'choice' as const, options: [{ label: 'on' }, { label: 'off' }] } : made;
  });
}

/** The choice-based sign-in of the present console, which no step of the classic wizard asks for. */
const isFirstFactor = ({ label }: { label: string }): boolean => label === 'Choices of first factor';

/** The wizard of the tutorial, and in each step, folded away, what else a lab may ask for there. */
export const steps: readonly Step[] = tutorial.map((step) => {
  const fields = [
    ...furtherFields(step.number),
    ...(step.number === 2
      ? inWizard.filter(isFirstFactor).map((choice) => fieldOf(choice, { initialIsNone: true }))
      : []),
  ];
  if (fields.length === 0) return step;
  const text = 'What is left alone here is as AWS has it by itself.';
  return { ...step, groups: [...step.groups, { title: 'Not in the tutorial', text, fields, isExtra: true as const }] };
});

export const wizardFields: readonly Field[] = steps.flatMap(fieldsOf);
