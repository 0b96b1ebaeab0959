import type {
  CreateGroupCommandInput,
  CreateIdentityProviderCommandInput,
  CreateResourceServerCommandInput,
  CreateUserPoolClientCommandInput,
  CreateUserPoolCommandInput,
  CreateUserPoolDomainCommandInput,
  SetLogDeliveryConfigurationCommandInput,
  SetRiskConfigurationCommandInput,
  SetUserPoolMfaConfigCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';

/** A user that the learner creates, and the password that the learner chooses. */
export interface CreatedUser {
  /** The user name, email address or phone number for sign-in. */
  username: string;
  email?: string;
  temporaryPassword: string;
  /** All other attributes, by AWS's names. */
  attributes?: Record<string, string>;
  groups?: string[];
  /** The password is the user's own, not temporary. */
  confirmed?: boolean;
  disabled?: boolean;
}

type OfPool<Input> = Omit<Input, 'UserPoolId'>;

/** The API calls that a learner's choices amount to, in the order in which they are made. */
export interface Plan {
  /** Absent if the learner did not create a pool. */
  pool?: CreateUserPoolCommandInput;
  /** MFA can only be configured once the pool exists. */
  mfa?: OfPool<SetUserPoolMfaConfigCommandInput>;
  risk?: OfPool<SetRiskConfigurationCommandInput>;
  logDelivery?: OfPool<SetLogDeliveryConfigurationCommandInput>;
  domains: OfPool<CreateUserPoolDomainCommandInput>[];
  identityProviders: OfPool<CreateIdentityProviderCommandInput>[];
  resourceServers: OfPool<CreateResourceServerCommandInput>[];
  appClients: OfPool<CreateUserPoolClientCommandInput>[];
  groups: OfPool<CreateGroupCommandInput>[];
  users: CreatedUser[];
}

export const emptyPlan = (): Plan => ({
  domains: [],
  identityProviders: [],
  resourceServers: [],
  appClients: [],
  groups: [],
  users: [],
});
