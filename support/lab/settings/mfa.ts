import type { Members, Setting } from './setting';
import { choice, choices } from './value-kind';

/** The blocks of the MFA configuration, each a method that may be used. */
const blocks: Record<string, string> = {
  SOFTWARE_TOKEN_MFA: 'SoftwareTokenMfaConfiguration',
  SMS_MFA: 'SmsMfaConfiguration',
  EMAIL_OTP: 'EmailMfaConfiguration',
};

const isOn = (block: unknown): boolean => block !== undefined && (block as Members).Enabled !== false;

const place = {
  classic: 'Step 2, Configure security requirements > Multi-factor authentication',
  wizardStep: 2,
  present: 'Authentication > Sign-in > Multi-factor authentication > Edit',
} as const;

/** Second factors. */
export const mfa: readonly Setting[] = [
  {
    name: 'multi-factor authentication',
    label: 'MFA enforcement',
    of: 'user pool',
    read: { operation: 'DescribeUserPool', member: 'MfaConfiguration' },
    values: choice('MFA enforcement', { 'No MFA': 'OFF', 'Optional MFA': 'OPTIONAL', 'Require MFA': 'ON' }),
    set: { operation: 'SetUserPoolMfaConfig', member: 'MfaConfiguration' },
    place,
  },
  {
    name: 'MFA methods',
    label: 'MFA methods',
    of: 'user pool',
    read: {
      operation: 'GetUserPoolMfaConfig',
      member: 'MfaMethods',
      path: '(SoftwareToken|Sms|Email)MfaConfiguration',
      // A pool whose MFA is off still answers with the SMS that it can send (recorded): no method then.
      value: (config) =>
        config.MfaConfiguration === undefined
          ? undefined
          : config.MfaConfiguration === 'OFF'
            ? []
            : Object.keys(blocks).filter((method) => isOn(config[blocks[method] ?? ''])),
    },
    values: choices('MFA method', {
      'Authenticator apps': 'SOFTWARE_TOKEN_MFA',
      'SMS message': 'SMS_MFA',
      'Email message': 'EMAIL_OTP',
    }),
    set: {
      operation: 'SetUserPoolMfaConfig',
      member: 'MfaMethods',
      write: (input, value) => {
        const wanted = value as string[];
        for (const [method, block] of Object.entries(blocks)) {
          if (!wanted.includes(method)) delete input[block];
          else input[block] ??= method === 'SOFTWARE_TOKEN_MFA' ? { Enabled: true } : {};
        }
      },
    },
    place,
  },
];
