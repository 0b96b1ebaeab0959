import type {
  CreateIdentityProviderCommandInput,
  CreateUserPoolClientCommandInput,
  CreateUserPoolCommandInput,
  SetUserPoolMfaConfigCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';

/** The user that the learner creates in Task 8, and the password that the learner chooses. */
export interface CreatedUser {
  /** The user name, email address or phone number for sign-in. */
  username: string;
  email: string;
  temporaryPassword: string;
}

type OfPool<Input> = Omit<Input, 'UserPoolId'>;

/** The API calls that a learner's choices amount to, in the order of the console. */
export interface Plan {
  /** Absent if the learner did not create a pool. */
  pool?: CreateUserPoolCommandInput;
  /** MFA can only be configured once the pool exists. */
  mfa?: OfPool<SetUserPoolMfaConfigCommandInput>;
  identityProviders: OfPool<CreateIdentityProviderCommandInput>[];
  appClient?: OfPool<CreateUserPoolClientCommandInput>;
  createdUser?: CreatedUser;
}
