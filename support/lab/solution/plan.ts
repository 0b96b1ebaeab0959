import type {
  CreateIdentityProviderCommandInput,
  CreateUserPoolClientCommandInput,
  CreateUserPoolCommandInput,
  SetUserPoolMfaConfigCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';

/** The user that the learner created in Task 8, and the password that the learner chose for it. */
export interface CreatedUser {
  /** What they sign in with. */
  username: string;
  email: string;
  temporaryPassword: string;
}

type OfPool<Input> = Omit<Input, 'UserPoolId'>;

/** A learner's choices as the calls that they come to, in the order in which the console makes them. */
export interface Plan {
  /** Absent where the learner did not get as far as creating a pool. */
  pool?: CreateUserPoolCommandInput;
  /** A second factor can only be set once the pool exists. */
  mfa?: OfPool<SetUserPoolMfaConfigCommandInput>;
  identityProviders: OfPool<CreateIdentityProviderCommandInput>[];
  appClient?: OfPool<CreateUserPoolClientCommandInput>;
  createdUser?: CreatedUser;
}
