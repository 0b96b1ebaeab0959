import type { Members, Setting } from './setting';
import { choice, onOff } from './value-kind';

const place = {
  classic: 'Sign-in experience > Device tracking',
  present: 'Authentication > Sign-in > Device tracking > Edit',
} as const;

/** Devices that users signed in from before. */
export const devices: readonly Setting[] = [
  {
    name: 'device tracking',
    label: 'Device tracking',
    of: 'user pool',
    read: {
      operation: 'DescribeUserPool',
      member: 'DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt',
      from: ['DeviceConfiguration'],
      value: ({ DeviceConfiguration }) => {
        if (DeviceConfiguration === undefined) return undefined;
        return (DeviceConfiguration as Members).DeviceOnlyRememberedOnUserPrompt === true ? 'opt-in' : 'always';
      },
    },
    absent: 'none',
    evidence: 'documented: without the block, devices are not remembered',
    values: choice('way of device tracking', {
      "Don't remember": 'none',
      'Always remember': 'always',
      'User opt-in': 'opt-in',
    }),
    set: {
      operation: 'UpdateUserPool',
      member: 'DeviceConfiguration',
      write: (input, value) => {
        const { ChallengeRequiredOnNewDevice = false } = (input.DeviceConfiguration ?? {}) as Members;
        if (value === 'none') delete input.DeviceConfiguration;
        else
          input.DeviceConfiguration = {
            ChallengeRequiredOnNewDevice,
            DeviceOnlyRememberedOnUserPrompt: value === 'opt-in',
          };
      },
    },
    place,
  },
  {
    name: 'trust of remembered devices in place of MFA',
    label: 'Trust remembered devices to suppress MFA',
    of: 'user pool',
    read: { operation: 'DescribeUserPool', member: 'DeviceConfiguration.ChallengeRequiredOnNewDevice' },
    absent: false,
    evidence: 'documented: without the block, devices are not remembered',
    values: onOff(),
    set: {
      operation: 'UpdateUserPool',
      member: 'DeviceConfiguration.ChallengeRequiredOnNewDevice',
      write: (input, value) => {
        input.DeviceConfiguration = {
          DeviceOnlyRememberedOnUserPrompt: false,
          ...(input.DeviceConfiguration as Members | undefined),
          ChallengeRequiredOnNewDevice: value,
        };
      },
    },
    place,
  },
];
