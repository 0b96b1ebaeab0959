import { maskAddresses } from '../../common/text/mask';
import type { Members, Setting } from './setting';
import { choice, choices, onOff, text, textList, type ValueKind } from './value-kind';
import { sesIdentityArn } from './arn';

const place = { classic: 'App integration > Advanced security', present: 'Security > Threat protection' } as const;

const mode: ValueKind = choice('mode of threat protection', {
  'Full-function': 'ENFORCED',
  'Audit-only': 'AUDIT',
  'No enforcement': 'OFF',
});

const off = { absent: 'OFF', evidence: 'recorded from AWS 2026-09: no UserPoolAddOns unless set' } as const;

const risk = (member: string, setting: Pick<Setting, 'name' | 'label' | 'values' | 'absent'>): Setting => ({
  ...setting,
  of: 'user pool',
  read: { operation: 'DescribeRiskConfiguration', member },
  evidence: 'documented: nothing but the ids where no configuration was set',
  set: { operation: 'SetRiskConfiguration', member },
  place,
});

const response = choice('response to a risk', {
  Allow: 'NO_ACTION',
  'Optional MFA': 'MFA_IF_CONFIGURED',
  'Require MFA': 'MFA_REQUIRED',
  Block: 'BLOCK',
});

const takeover = 'AccountTakeoverRiskConfiguration';

/** The response to one level of risk, and whether the user is notified. AWS requires both at once. */
const level = (name: 'low' | 'medium' | 'high'): Setting[] => {
  const label = name.charAt(0).toUpperCase() + name.slice(1);
  const member = `${takeover}.Actions.${label}Action`;
  const action = risk(`${member}.EventAction`, {
    name: `response to ${name} risk`,
    label: `Response to ${name} risk`,
    values: response,
    absent: 'NO_ACTION',
  });
  const notify = risk(`${member}.Notify`, {
    name: `notification of ${name} risk`,
    label: `Notify users of ${name} risk`,
    values: onOff(),
    absent: false,
  });
  return [action, notify].map((setting) => ({
    ...setting,
    set: { ...setting.set, write: (input, value) => writeLevel(input, label, setting === notify, value) },
  }));
};

function writeLevel(input: Members, label: string, isNotify: boolean, value: unknown): void {
  const configuration = (input[takeover] ??= {}) as Members;
  const actions = (configuration.Actions ??= {}) as Members;
  const action = (actions[`${label}Action`] ??= { EventAction: 'NO_ACTION', Notify: false }) as Members;
  action[isNotify ? 'Notify' : 'EventAction'] = value;
}

const compromised = 'CompromisedCredentialsRiskConfiguration';

/** What the pool does about passwords that leaked, and about sign-ins that look like somebody else's. */
export const threatProtection: readonly Setting[] = [
  {
    name: 'threat protection',
    label: 'Threat protection',
    of: 'user pool',
    read: { operation: 'DescribeUserPool', member: 'UserPoolAddOns.AdvancedSecurityMode' },
    ...off,
    values: mode,
    set: { operation: 'UpdateUserPool', member: 'UserPoolAddOns.AdvancedSecurityMode' },
    place,
  },
  {
    name: 'threat protection for custom authentication',
    label: 'Threat protection for custom authentication',
    of: 'user pool',
    read: { operation: 'DescribeUserPool', member: 'UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode' },
    ...off,
    values: mode,
    set: {
      operation: 'UpdateUserPool',
      member: 'UserPoolAddOns.AdvancedSecurityAdditionalFlows',
      // There is no value for off: the block is left out (documented).
      write: (input, value) => {
        const addOns = (input.UserPoolAddOns ??= {}) as Members;
        if (value === 'OFF') delete addOns.AdvancedSecurityAdditionalFlows;
        else addOns.AdvancedSecurityAdditionalFlows = { CustomAuthMode: value };
      },
    },
    place,
  },
  risk(`${compromised}.Actions.EventAction`, {
    name: 'response to compromised credentials',
    label: 'Response to compromised credentials',
    values: choice('response to compromised credentials', { 'Allow sign-in': 'NO_ACTION', 'Block sign-in': 'BLOCK' }),
    absent: 'NO_ACTION',
  }),
  {
    ...risk(`${compromised}.EventFilter`, {
      name: 'events that compromised credentials are looked for at',
      label: 'Event detection of compromised credentials',
      values: choices('event', { 'Sign-in': 'SIGN_IN', 'Sign-up': 'SIGN_UP', 'Password change': 'PASSWORD_CHANGE' }),
    }),
    // Without a filter all events count (documented); without a configuration, none does.
    read: {
      operation: 'DescribeRiskConfiguration',
      member: `${compromised}.EventFilter`,
      value: (answer) => {
        const configuration = answer[compromised] as Members | undefined;
        return configuration ? (configuration.EventFilter ?? ['SIGN_IN', 'SIGN_UP', 'PASSWORD_CHANGE']) : [];
      },
    },
    absent: [],
  },
  ...level('low'),
  ...level('medium'),
  ...level('high'),
  risk(`${takeover}.NotifyConfiguration.SourceArn`, {
    name: 'SES identity for notifications of risk',
    label: 'SES identity for notifications of risk',
    values: sesIdentityArn('lab@example.com'),
    absent: '',
  }),
  risk(`${takeover}.NotifyConfiguration.From`, {
    name: 'FROM sender of notifications of risk',
    label: 'FROM sender of notifications of risk',
    values: text({ example: 'lab@example.com', show: maskAddresses }),
    absent: '',
  }),
  risk('RiskExceptionConfiguration.BlockedIPRangeList', {
    name: 'IP addresses always blocked',
    label: 'Always-block IP addresses',
    values: textList('203.0.113.0/24'),
    absent: [],
  }),
  risk('RiskExceptionConfiguration.SkippedIPRangeList', {
    name: 'IP addresses always allowed',
    label: 'Always-allow IP addresses',
    values: textList('198.51.100.0/24'),
    absent: [],
  }),
];
