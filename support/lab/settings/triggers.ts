import { exampleAccount } from './arn';
import type { Members, Setting } from './setting';
import { choices } from './value-kind';

/** The console's names of the triggers, and AWS's. */
const triggerNames = {
  'Pre sign-up': 'PreSignUp',
  'Post confirmation': 'PostConfirmation',
  'Migrate user': 'UserMigration',
  'Pre authentication': 'PreAuthentication',
  'Post authentication': 'PostAuthentication',
  'Pre token generation': 'PreTokenGeneration',
  'Custom message': 'CustomMessage',
  'Custom email sender': 'CustomEmailSender',
  'Custom SMS sender': 'CustomSMSSender',
  'Define auth challenge': 'DefineAuthChallenge',
  'Create auth challenge': 'CreateAuthChallenge',
  'Verify auth challenge response': 'VerifyAuthChallengeResponse',
  'Inbound federation': 'InboundFederation',
};

/** The triggers that are not only an ARN, but one of a version. */
const versioned: Record<string, string> = {
  CustomEmailSender: 'V1_0',
  CustomSMSSender: 'V1_0',
  InboundFederation: 'V1_0',
};

/** A function of a lab, for a trigger whose function is not compared. */
const functionOf = (trigger: string): string =>
  `arn:aws:lambda:us-east-1:${exampleAccount}:function:lab-${trigger.replace(/(?<!^)[A-Z](?=[a-z])/g, '-$&').toLowerCase()}`;

const keyArn = `arn:aws:kms:us-east-1:${exampleAccount}:key/11111111-2222-3333-4444-555555555555`;

/** Functions that the pool calls. */
export const triggers: readonly Setting[] = [
  {
    name: 'Lambda triggers',
    label: 'Lambda triggers',
    of: 'user pool',
    read: {
      operation: 'DescribeUserPool',
      member: 'LambdaConfig',
      // AWS answers with an empty one where there is none (recorded 2026-09). Version 2 of the token trigger stands
      // in a member of its own, and version 1 in both.
      value: ({ LambdaConfig }) => {
        if (LambdaConfig === undefined) return undefined;
        const members = Object.entries(LambdaConfig as Members).flatMap(([name, value]) => (value ? [name] : []));
        const found = members.map((name) => (name === 'PreTokenGenerationConfig' ? 'PreTokenGeneration' : name));
        return [...new Set(found.filter((name) => name !== 'KMSKeyID'))];
      },
    },
    absent: [],
    evidence: 'recorded from AWS 2026-09: empty where there is none; left out of older answers',
    values: choices('Lambda trigger', triggerNames),
    set: {
      operation: 'UpdateUserPool',
      member: 'LambdaConfig',
      write: (input, value) => {
        const before = (input.LambdaConfig ?? {}) as Members;
        const config: Members = {};
        for (const name of value as string[]) {
          const LambdaVersion = versioned[name];
          config[name] =
            before[name] ?? (LambdaVersion ? { LambdaVersion, LambdaArn: functionOf(name) } : functionOf(name));
        }
        // A sender of messages gets them encrypted (documented).
        if (config.CustomEmailSender ?? config.CustomSMSSender) config.KMSKeyID = before.KMSKeyID ?? keyArn;
        input.LambdaConfig = config;
      },
    },
    place: {
      classic: 'User pool properties > Lambda triggers',
      present: 'Authentication > Extensions > Lambda triggers',
    },
  },
];
