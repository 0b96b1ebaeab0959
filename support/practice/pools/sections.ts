import { settings, settingNamed, type Setting, type Subject, type WriteOperation } from '../../lab/settings';
import { fieldOf, type Field, type Words } from '../forms/field';

/** Settings that are changed together, by one call. */
export interface Section {
  id: string;
  title: string;
  text?: string;
  /** Where they stand in Amazon's present console. */
  place: string;
  operation: WriteOperation;
  fields: readonly Field[];
  /** What is fixed once the pool exists is shown, and not asked. */
  isFixed: boolean;
}

export type Tab = 'overview' | 'sign-in' | 'sign-up' | 'security' | 'messages';

const words: Record<string, Words> = {
  'custom attributes': { help: 'Names, one a line. Attributes can be added, and never removed or renamed.' },
  'attributes verified before an update': {
    help: 'The old value stays good until the new one is verified. AWS asks that these are verified at sign-up, too.',
  },
  'email provider': { options: { 'Send email with Cognito': 'At most 50 messages a day.' } },
  'MFA methods': { help: 'They count only with Optional MFA or Require MFA.' },
  'Lambda triggers': { help: 'Functions are named for their triggers here: none is called in the sandbox.' },
  tags: { help: 'One a line: name: value.' },
};

const named = (name: string, of: Subject): Setting => {
  const found = settingNamed(name, of);
  if (!found) throw new Error(`There is no setting "${name}".`);
  return found;
};

const section = (id: string, title: string, of: Subject, names: readonly string[], text?: string): Section => {
  const all = names.map((name) => named(name, of));
  const [first] = all;
  if (!first) throw new Error(`The section "${id}" has no settings.`);
  return {
    id,
    title,
    ...(text !== undefined && { text }),
    place: first.place.present,
    operation: first.set.operation,
    isFixed: all.every(({ fixed }) => fixed === true),
    fields: all.map((setting) => fieldOf({ ...setting, setting }, words[setting.name])),
  };
};

const pool = (id: string, title: string, names: readonly string[], text?: string): Section =>
  section(id, title, 'user pool', names, text);

/** The settings of a pool that an operation sets, all of them or those of one place in Amazon's console. */
const setBy = (operation: WriteOperation, present?: string): string[] =>
  settings
    .filter(
      ({ of, place, set }) =>
        of === 'user pool' && set.operation === operation && (present === undefined || place.present === present),
    )
    .map(({ name }) => name);

/** The pages of a user pool, and what can be changed on each. */
export const poolSections: Record<Tab, readonly Section[]> = {
  overview: [
    pool('rename', 'User pool name', ['user pool name']),
    pool('plan', 'Feature plan', ['feature plan']),
    pool('deletion-protection', 'Deletion protection', ['deletion protection']),
    pool('tags', 'Tags', ['tags']),
  ],
  'sign-in': [
    pool('sign-in-options', 'Sign-in options', ['sign-in options', 'user name case sensitivity']),
    pool('first-factors', 'Options for choice-based sign-in', ['choices of first factor']),
    pool('mfa', 'Multi-factor authentication', ['multi-factor authentication', 'MFA methods']),
    pool('recovery', 'User account recovery', ['account recovery']),
    pool('devices', 'Device tracking', ['device tracking', 'trust of remembered devices in place of MFA']),
  ],
  'sign-up': [
    pool('self-sign-up', 'Self-service sign-up', ['self-registration']),
    pool('verification', 'Attribute verification and user account confirmation', [
      'attributes verified at sign-up',
      'attributes verified before an update',
    ]),
    pool('required-attributes', 'Required attributes', ['required attributes']),
    pool('custom-attributes', 'Custom attributes', ['custom attributes']),
  ],
  security: [
    pool('password-policy', 'Password policy', [
      'password minimum length',
      'password requirements',
      'temporary password validity',
      'number of previous passwords refused',
    ]),
    pool('threat-protection', 'Threat protection', setBy('UpdateUserPool', 'Security > Threat protection')),
    pool('risk', 'Responses to risk', setBy('SetRiskConfiguration')),
    pool('triggers', 'Lambda triggers', ['Lambda triggers']),
    pool('log-delivery', 'Log delivery', setBy('SetLogDeliveryConfiguration')),
  ],
  messages: [
    pool('email', 'Email', setBy('UpdateUserPool', 'Authentication > Authentication methods > Email > Edit')),
    pool('sms', 'SMS', setBy('UpdateUserPool', 'Authentication > Authentication methods > SMS > Edit')),
    pool('templates', 'Message templates', setBy('UpdateUserPool', 'Authentication > Message templates')),
  ],
};

const ofClient = settings.filter(({ of }) => of === 'app client');

const clientSection = (id: string, title: string, isIn: (setting: Setting) => boolean): Section =>
  section(
    id,
    title,
    'app client',
    ofClient.filter(isIn).map(({ name }) => name),
  );

const isAt =
  (page: string) =>
  (setting: Setting): boolean =>
    setting.fixed !== true && setting.place.present.includes(`> ${page} >`);

/** What can be changed of an app client, and what is fixed. */
export const clientSections: readonly Section[] = [
  clientSection('information', 'App client information', isAt('App client information')),
  clientSection('attributes', 'Attribute permissions', isAt('Attribute permissions')),
  clientSection('login', 'Login pages', isAt('Login pages')),
  clientSection('fixed', 'Fixed', ({ fixed }) => fixed === true),
];
