import type {
  CreateIdentityProviderCommandInput,
  CreateUserPoolClientCommandInput,
  CreateUserPoolCommandInput,
  SetUserPoolMfaConfigCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import type { CreatedUser } from '../targets/target';

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
