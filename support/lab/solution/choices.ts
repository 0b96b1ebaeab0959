import type {
  AuthFactorType,
  CreateUserPoolCommandInput,
  IdentityProviderTypeType,
  SchemaAttributeType,
} from '@aws-sdk/client-cognito-identity-provider';
import {
  attributeName,
  emailSendingAccount,
  known,
  mfaConfiguration,
  passwordRequirements,
  signInOptions,
} from '../vocabulary';
import { defaultPasswordPolicy } from '../../common/default-password-policy';
import { Problem } from '../../common/problem';
import type { CreatedUser, Plan } from './plan';
import type { Solution } from './solution';
import { quote } from '../../common/text/shorten';

/** A plan while it is made: settings gather before it is known whether there will be a pool or a client. */
interface Draft extends Plan {
  pool: CreateUserPoolCommandInput;
  clientName?: string;
  clientSecret?: boolean;
}

/** The effect of one choice in the console on the plan. @throws Problem for a value that it does not offer */
type Choice = (draft: Draft, value: unknown) => void;

const text = (value: unknown): string => {
  if (typeof value === 'string' && value !== '') return value;
  throw new Problem(`${quote(value)} is not a text.`, 'Write a text in quotation marks.');
};

const list = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.map(text);
  throw new Problem(`${quote(value)} is not a list of texts.`, 'Write ["…", "…"].');
};

const yes = (value: unknown): boolean => {
  if (typeof value === 'boolean') return value;
  throw new Problem(`${quote(value)} is neither true nor false.`, 'Write true or false.');
};

const number = (value: unknown): number => {
  if (typeof value === 'number') return value;
  throw new Problem(`${quote(value)} is not a number.`, 'Write a number without quotation marks.');
};

/** The password policy being customised: the console starts from the defaults. */
const customPolicy = ({ pool }: Draft) => {
  pool.Policies ??= { PasswordPolicy: { ...defaultPasswordPolicy } };
  return (pool.Policies.PasswordPolicy ??= {});
};

const requireAttribute = ({ pool }: Draft, Name: string): void => {
  (pool.Schema ??= []).push({ Name, Required: true } satisfies SchemaAttributeType);
};

/** Every choice of the wizard that a learner can make here, by its label, in the wizard's order. */
const choices: Record<number, Record<string, Choice>> = {
  2: {
    'Create user pool': () => {
      // Whether there is a pool at all is read by `planOf`.
    },
  },
  3: {
    'Provider types': (_, value) => {
      for (const type of list(value))
        known({ 'Cognito user pool': true, 'Federated identity providers': true }, type, 'provider type');
    },
    'Federated sign-in options': ({ identityProviders }, value) => {
      const types: Record<string, IdentityProviderTypeType> = {
        Facebook: 'Facebook',
        Google: 'Google',
        'Login with Amazon': 'LoginWithAmazon',
      };
      for (const label of list(value)) {
        const type = known(types, label, 'federated sign-in option');
        identityProviders.push({
          ProviderName: type,
          ProviderType: type,
          ProviderDetails: { client_id: 'lab', client_secret: 'lab', authorize_scopes: 'email' },
        });
      }
    },
    'Cognito user pool sign-in options': (draft, value) => {
      const options = signInOptions(list(value));
      if (options.UsernameAttributes.length) draft.pool.UsernameAttributes = options.UsernameAttributes;
      if (options.AliasAttributes.length) draft.pool.AliasAttributes = options.AliasAttributes;
      // The console makes every pool case-insensitive, and requires the attribute that users sign in with.
      draft.pool.UsernameConfiguration = { CaseSensitive: false };
      for (const name of options.UsernameAttributes.length === 1 ? options.UsernameAttributes : [])
        requireAttribute(draft, name);
    },
  },
  4: {
    'Password policy mode': (draft, value) => {
      known({ 'Cognito defaults': true, Custom: true }, value, 'password policy mode');
      customPolicy(draft);
    },
    'Password minimum length': (draft, value) => (customPolicy(draft).MinimumLength = number(value)),
    'Password requirements': (draft, value) => {
      const wanted = new Set(list(value).map((label) => known(passwordRequirements, label, 'password requirement')));
      for (const rule of Object.values(passwordRequirements)) customPolicy(draft)[rule] = wanted.has(rule);
    },
    'Temporary passwords set by administrators expire in': (draft, value) =>
      (customPolicy(draft).TemporaryPasswordValidityDays = number(value)),
    'Prevent use of previous passwords': (draft, value) => (customPolicy(draft).PasswordHistorySize = number(value)),
    'MFA enforcement': (draft, value) => {
      const MfaConfiguration = mfaConfiguration(text(value));
      if (MfaConfiguration !== 'OFF')
        draft.mfa = { MfaConfiguration, SoftwareTokenMfaConfiguration: { Enabled: true } };
    },
    'Choices of first factor': ({ pool }, value) => {
      const factors: Record<string, AuthFactorType> = {
        Password: 'PASSWORD',
        'Email message one-time password': 'EMAIL_OTP',
      };
      pool.Policies = {
        ...pool.Policies,
        SignInPolicy: { AllowedFirstAuthFactors: list(value).map((label) => known(factors, label, 'first factor')) },
      };
    },
  },
  5: {
    'Allow users to sign themselves up': ({ pool }, value) => {
      pool.AdminCreateUserConfig = { AllowAdminCreateUserOnly: !yes(value) };
    },
    'Attribute verification and user account confirmation': ({ pool }, value) => {
      const verified = { 'Keep the default': true, "Don't automatically send messages": false };
      if (known(verified, value, 'way of attribute verification')) pool.AutoVerifiedAttributes = ['email'];
    },
    'Required attributes': (draft, value) => {
      for (const label of list(value)) requireAttribute(draft, attributeName(label));
    },
    'Custom attributes': ({ pool }, value) => {
      for (const Name of list(value)) (pool.Schema ??= []).push({ Name, AttributeDataType: 'String', Mutable: true });
    },
  },
  6: {
    'Email provider': ({ pool }, value) => {
      pool.EmailConfiguration = { ...pool.EmailConfiguration, EmailSendingAccount: emailSendingAccount(text(value)) };
    },
    'SES identity': ({ pool }, value) => {
      pool.EmailConfiguration = { ...pool.EmailConfiguration, SourceArn: text(value) };
    },
  },
  7: {
    'User pool name': ({ pool }, value) => {
      pool.PoolName = text(value);
    },
    'App client name': (draft, value) => {
      draft.clientName = text(value);
    },
    'Client secret': (draft, value) => {
      const GenerateSecret = known(
        { 'Generate a client secret': true, "Don't generate a client secret": false },
        value,
        'choice of client secret',
      );
      draft.clientSecret = GenerateSecret;
    },
  },
  8: {
    'Create user': (draft, value) => {
      const { 'Email address': email, 'Temporary password': temporaryPassword } = (value ?? {}) as NodeJS.Dict<unknown>;
      if (typeof email !== 'string' || !email || typeof temporaryPassword !== 'string' || !temporaryPassword)
        throw new Problem(
          'It has no email address, or no temporary password.',
          'Write {"Email address": "…", "Temporary password": "…"}.',
        );
      draft.createdUser = { username: 'keke', email, temporaryPassword };
    },
  },
};

/** @throws Problem that says which task has the choice, or which choices the task has */
function choiceOf(id: number, label: string): Choice {
  const offered = choices[id] ?? {};
  const choice = Object.hasOwn(offered, label) ? offered[label] : undefined;
  if (choice) return choice;
  const homes = Object.keys(choices).filter((task) => Object.hasOwn(choices[Number(task)] ?? {}, label));
  throw new Problem(
    `Task ${id} does not have this choice${homes.length ? `; Task ${homes.join(' and ')} does` : ''}.`,
    `Use one of: ${Object.keys(offered)
      .map((each) => quote(each))
      .join(', ')}.`,
  );
}

/**
 * A solution as the calls that it comes to.
 *
 * @param poolName the name that the class agreed on; wins over the solution's own
 * @throws Problem that names the task and the choice, for one that the console does not offer
 */
export function planOf(solution: Solution, poolName?: string): Plan {
  const draft: Draft = { pool: { PoolName: undefined }, identityProviders: [] };
  for (const { id } of solution.tasks)
    if (!Object.hasOwn(choices, id))
      throw new Problem(
        `The solution has choices for Task ${id}, in which there is nothing to choose.`,
        `A solution can have Tasks ${Object.keys(choices).join(', ')}; leave Task ${id} out.`,
      );
  for (const { id, choices: made } of solution.tasks)
    for (const [label, value] of Object.entries(made)) {
      try {
        choiceOf(id, label)(draft, value);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        throw new Problem(`Solution, Task ${id}, ${quote(label)}: ${error.message}`, error.remedy, { cause: error });
      }
    }
  return solution.tasks.some(({ id, choices: made }) => id === 2 && made['Create user pool'] === true)
    ? completed(draft, poolName)
    : { identityProviders: [] };
}

/** Adds what the console adds when the pool is created. */
function completed({ pool, clientName, clientSecret, createdUser, ...rest }: Draft, poolName?: string): Plan {
  return {
    ...rest,
    // Without a name from the learner, the present console generates one.
    pool: { ...pool, PoolName: pool.PoolName === undefined ? 'User pool - lab001' : (poolName ?? pool.PoolName) },
    ...(clientName !== undefined && { appClient: { ClientName: clientName, GenerateSecret: clientSecret } }),
    ...(createdUser && { createdUser: suited(createdUser, pool) }),
  };
}

/** The user as the pool's own choices make the console ask for it, so that one wrong choice never hides another. */
function suited({ username, email, temporaryPassword }: CreatedUser, pool: CreateUserPoolCommandInput): CreatedUser {
  const { UsernameAttributes: names = [], Policies } = pool;
  return {
    username: names.includes('email') ? email : names.includes('phone_number') ? '+15550100100' : username,
    email,
    temporaryPassword: temporaryPassword.padEnd(Policies?.PasswordPolicy?.MinimumLength ?? 0, temporaryPassword),
  };
}
