import { confirmSignUp } from './confirm-sign-up';
import { signUp } from './sign-up';

/** Users, by themselves. */
export const selfServiceOperations = {
  ConfirmSignUp: confirmSignUp,
  SignUp: signUp,
};
