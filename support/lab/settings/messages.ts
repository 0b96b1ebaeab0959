import { maskAddresses } from '../../common/text/mask';
import { roleArn, sesIdentityArn } from './arn';
import type { Setting } from './setting';
import { choice, text, type ValueKind } from './value-kind';

const emailPlace = {
  classic: 'Step 4, Configure message delivery > Email',
  wizardStep: 4,
  present: 'Authentication > Authentication methods > Email > Edit',
} as const;

const smsPlace = {
  classic: 'Step 4, Configure message delivery > SMS',
  wizardStep: 4,
  present: 'Authentication > Authentication methods > SMS > Edit',
} as const;

const templatePlace = { present: 'Authentication > Message templates' } as const;

const address = (example: string): ValueKind => text({ example, show: maskAddresses });

type Of = Pick<Setting, 'name' | 'label' | 'values' | 'place'>;

/** A text that was never set is left out by AWS (recorded 2026-09); it is compared as the empty text. */
const member = (path: string, setting: Of): Setting => ({
  ...setting,
  of: 'user pool',
  read: { operation: 'DescribeUserPool', member: path },
  absent: '',
  evidence: 'recorded from AWS 2026-09: left out unless set',
  set: { operation: 'UpdateUserPool', member: path },
});

/** A message that the pool sends. */
const message = (path: string, name: string, label: string, example: string): Setting =>
  member(path, { name, label, values: text({ example }), place: templatePlace });

/** How messages go out, and what they say. */
export const messages: readonly Setting[] = [
  {
    name: 'email provider',
    label: 'Email provider',
    of: 'user pool',
    read: { operation: 'DescribeUserPool', member: 'EmailConfiguration.EmailSendingAccount' },
    absent: 'COGNITO_DEFAULT',
    evidence: 'documented: Cognito sends where no sender was ever configured',
    values: choice('email provider', {
      'Send email with Cognito': 'COGNITO_DEFAULT',
      'Send email with Amazon SES': 'DEVELOPER',
    }),
    set: { operation: 'UpdateUserPool', member: 'EmailConfiguration.EmailSendingAccount' },
    also: (account) => [{ name: 'SES identity', isSet: account === 'DEVELOPER' }],
    place: { ...emailPlace, classic: 'Step 4, Configure message delivery > Email provider' },
  },
  member('EmailConfiguration.SourceArn', {
    name: 'SES identity',
    label: 'SES identity',
    values: sesIdentityArn('lab@example.com'),
    place: emailPlace,
  }),
  member('EmailConfiguration.From', {
    name: 'FROM sender name',
    label: 'FROM sender name',
    values: address('Lab <lab@example.com>'),
    place: emailPlace,
  }),
  member('EmailConfiguration.ReplyToEmailAddress', {
    name: 'REPLY-TO email address',
    label: 'REPLY-TO email address',
    values: address('help@example.com'),
    place: emailPlace,
  }),
  member('EmailConfiguration.ConfigurationSet', {
    name: 'SES configuration set',
    label: 'Configuration set',
    values: text({ example: 'lab' }),
    place: emailPlace,
  }),
  member('SmsConfiguration.SnsCallerArn', {
    name: 'IAM role for SMS',
    label: 'IAM role for SMS',
    values: roleArn('lab-sms'),
    place: smsPlace,
  }),
  member('SmsConfiguration.SnsRegion', {
    name: 'SNS region',
    label: 'SNS region',
    values: text({ example: 'us-east-1' }),
    place: smsPlace,
  }),
  {
    name: 'verification type',
    label: 'Verification type',
    of: 'user pool',
    read: { operation: 'DescribeUserPool', member: 'VerificationMessageTemplate.DefaultEmailOption' },
    absent: 'CONFIRM_WITH_CODE',
    evidence: 'documented default; recorded 2026-09 as answered',
    values: choice('verification type', { Code: 'CONFIRM_WITH_CODE', Link: 'CONFIRM_WITH_LINK' }),
    set: { operation: 'UpdateUserPool', member: 'VerificationMessageTemplate.DefaultEmailOption' },
    place: templatePlace,
  },
  message(
    'VerificationMessageTemplate.EmailSubject',
    'verification email subject',
    'Verification email subject',
    'Your code for the lab',
  ),
  message(
    'VerificationMessageTemplate.EmailMessage',
    'verification email message',
    'Verification email message',
    'Your code is {####}.',
  ),
  message(
    'VerificationMessageTemplate.EmailSubjectByLink',
    'verification link subject',
    'Verification link subject',
    'Your link for the lab',
  ),
  message(
    'VerificationMessageTemplate.EmailMessageByLink',
    'verification link message',
    'Verification link message',
    'Please {##verify##} your address.',
  ),
  message(
    'VerificationMessageTemplate.SmsMessage',
    'verification SMS message',
    'Verification SMS message',
    'Your code is {####}.',
  ),
  message(
    'AdminCreateUserConfig.InviteMessageTemplate.EmailSubject',
    'invitation email subject',
    'Invitation email subject',
    'Welcome to the lab',
  ),
  message(
    'AdminCreateUserConfig.InviteMessageTemplate.EmailMessage',
    'invitation email message',
    'Invitation email message',
    'You are {username}, and your password is {####}.',
  ),
  message(
    'AdminCreateUserConfig.InviteMessageTemplate.SMSMessage',
    'invitation SMS message',
    'Invitation SMS message',
    'You are {username}, and your password is {####}.',
  ),
  message('SmsAuthenticationMessage', 'MFA SMS message', 'MFA SMS message', 'Your code is {####}.'),
];
