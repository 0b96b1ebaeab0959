import type { IdentityProviderTypeType } from '@aws-sdk/client-cognito-identity-provider';
import { Problem } from '../../common/problem';
import { settingNamed, type Setting } from '../settings';
import { customPolicy } from '../settings/password-policy';
import { choice, choices, onOff, type ValueKind } from '../settings/value-kind';
import { writeInDraft, type Draft } from './draft';
import type { Choice } from './choice';
import { plannedUser } from './planned-user';
import { resourcesOf } from './resources';
import type { Members, Subject } from '../settings';

const setting = (name: string): Setting => {
  const found = settingNamed(name, 'user pool');
  if (!found) throw new Error(`There is no setting ${name}.`);
  return found;
};

const federated: Record<string, IdentityProviderTypeType> = {
  Facebook: 'Facebook',
  Google: 'Google',
  'Login with Amazon': 'LoginWithAmazon',
};

/** A list of things of the pool, each an object of choices. */
const list = (label: string, of: Subject, needed: string[], into: (draft: Draft) => Members[]): Choice => ({
  label,
  of: 'user pool',
  values: listKind({ [needed[0] ?? '']: '…' }),
  apply: (draft, value) => void into(draft).push(...resourcesOf(value, of, needed)),
});

const listKind = (example: object): ValueKind => ({
  kind: 'table',
  example: [example],
  toAws: (value) => value,
  toWords: (value) => [JSON.stringify(value)],
});

const userKind: ValueKind = {
  ...listKind({}),
  example: { 'Email address': 'success+lab@simulator.amazonses.com', 'Temporary password': 'Welcome-2-the-lab' },
};

/** What the wizard asks in other words than the setting's own, and what it asks that is more than one setting. */
export const wizardChoices: readonly Choice[] = [
  {
    label: 'Create user pool',
    of: 'user pool',
    values: onOff(),
    apply: (draft, value) => {
      draft.isCreated = value === true;
    },
  },
  {
    label: 'Provider types',
    of: 'user pool',
    wizardStep: 1,
    values: choices('provider type', {
      'Cognito user pool': 'cognito',
      'Federated identity providers': 'federated',
    }),
    apply(_, value) {
      this.values.toAws(value);
    },
  },
  {
    label: 'Federated sign-in options',
    of: 'user pool',
    wizardStep: 1,
    values: choices('federated sign-in option', federated),
    apply({ identityProviders }, value) {
      for (const type of this.values.toAws(value) as string[])
        identityProviders.push({
          ProviderName: type,
          ProviderType: type,
          ProviderDetails: { client_id: 'lab', client_secret: 'lab', authorize_scopes: 'email' },
        });
    },
  },
  {
    label: 'Cognito user pool sign-in options',
    of: 'user pool',
    wizardStep: 1,
    fixed: true,
    values: setting('sign-in options').values,
    setting: setting('sign-in options'),
    // The console makes every pool case-insensitive, and requires the attribute that users sign in with.
    apply(draft, value) {
      writeInDraft(draft, setting('sign-in options'), this.values.toAws(value));
      draft.pool.UsernameConfiguration ??= { CaseSensitive: false };
      const { UsernameAttributes: names = [] } = draft.pool;
      if (names.length === 1) writeInDraft(draft, setting('required attributes'), names);
    },
  },
  {
    label: 'Password policy mode',
    of: 'user pool',
    wizardStep: 2,
    values: choice('password policy mode', { 'Cognito defaults': 'defaults', Custom: 'custom' }),
    apply({ pool }, value) {
      this.values.toAws(value);
      customPolicy(pool as unknown as Members);
    },
  },
  {
    label: 'Allow users to sign themselves up',
    of: 'user pool',
    wizardStep: 3,
    values: onOff(false, true),
    setting: setting('self-registration'),
    apply(draft, value) {
      writeInDraft(draft, setting('self-registration'), this.values.toAws(value));
    },
  },
  {
    label: 'Attribute verification and user account confirmation',
    of: 'user pool',
    wizardStep: 3,
    values: choice('way of attribute verification', {
      'Keep the default': ['email'],
      'Send email message, verify email address': ['email'],
      'Send SMS message, verify phone number': ['phone_number'],
      'Send SMS message if phone number is available, otherwise send email message': ['email', 'phone_number'],
      "Don't automatically send messages": [],
    }),
    setting: setting('attributes verified at sign-up'),
    apply(draft, value) {
      const verified = this.values.toAws(value) as string[];
      if (verified.length) writeInDraft(draft, setting('attributes verified at sign-up'), verified);
    },
  },
  {
    label: 'Create user',
    of: 'user pool',
    values: userKind,
    apply: ({ users }, value) => void users.push(plannedUser(value)),
  },
  {
    label: 'Users',
    of: 'user pool',
    values: listKind(userKind.example as object),
    apply: ({ users }, value) => {
      if (!Array.isArray(value)) throw new Problem('It is not a list.', 'Write [{"Email address": "…", …}].');
      users.push(...value.map(plannedUser));
    },
  },
  list('App clients', 'app client', ['App client name'], (draft) => draft.appClients),
  list('Groups', 'group', ['Group name'], (draft) => draft.groups),
  list(
    'Resource servers',
    'resource server',
    ['Resource server name', 'Resource server identifier'],
    (draft) => draft.resourceServers,
  ),
  list(
    'Identity providers',
    'identity provider',
    ['Provider name', 'Provider type'],
    (draft) => draft.identityProviders,
  ),
];
