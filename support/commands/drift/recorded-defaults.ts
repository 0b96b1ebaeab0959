import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../common/package-folder';
import type { Plan } from '../../lab/solution/plan';
import type { Solution } from '../../lab/solution/solution';
import type { Answers } from './comparable-settings';

/** The defaults that AWS filled in when they were recorded, by operation: `fixtures/defaults`. */
export interface Defaults {
  userPool: Record<string, unknown>;
  appClient: Record<string, unknown>;
  mfaConfig: Record<string, unknown>;
}

const folder = join(packageFolder, 'fixtures/defaults');

const answerIn = (name: string): Record<string, unknown> =>
  (JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as { answer: Record<string, unknown> }).answer;

export const readDefaults = (): Defaults => ({
  userPool: answerIn('user-pool'),
  appClient: answerIn('app-client'),
  mfaConfig: answerIn('mfa-config'),
});

/** Choices that only confirm AWS's defaults. Making them would hide a changed default. */
const leftToAws: Record<string, unknown> = {
  'Password policy mode': 'Cognito defaults',
  'Allow users to sign themselves up': true,
  'Email provider': 'Send email with Cognito',
};

/** The solution without the choices that only confirm AWS's defaults. */
export const withoutDefaults = ({ tasks }: Solution): Solution => ({
  tasks: tasks.map(({ id, choices }) => ({
    id,
    choices: Object.fromEntries(
      Object.entries(choices).filter(([label, value]) => !(label in leftToAws && leftToAws[label] === value)),
    ),
  })),
});

/** The expected answers for a pool created by a plan: its choices, and the recorded defaults for everything else. */
export function expectedAnswers({ pool, appClients }: Plan, defaults: Defaults): Answers {
  const { PoolName, Schema = [], UserPoolTags: _, ...chosen } = pool ?? {};
  const required = new Set(Schema.flatMap(({ Name, Required }) => (Required ? [Name] : [])));
  const attributes = (defaults.userPool.SchemaAttributes as { Name: string; Required: boolean }[]).map((attribute) => ({
    ...attribute,
    Required: attribute.Required || required.has(attribute.Name),
  }));
  const { ClientName = '' } = appClients[0] ?? {};
  return {
    UserPool: { ...defaults.userPool, ...chosen, Name: PoolName, SchemaAttributes: attributes },
    UserPoolClients: { [ClientName]: { ...defaults.appClient, ClientName } },
    Domains: {},
    IdentityProviders: {},
    MfaConfig: defaults.mfaConfig,
  };
}
