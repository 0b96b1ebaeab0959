@task-4 @needs:user-pool-exists
Feature: Task 4: Configure Security Requirements
  Password policy mode: Cognito defaults. Multi-factor authentication: No MFA.

  Background:
    Given a learner has completed the lab

  @check:password-policy-default @points:2
  Scenario: The password policy is the Cognito default
    Hint: Choose "Cognito defaults". A custom policy with the same values counts as the same.
    Classic wizard: Step 2, Configure security requirements > Password policy mode.
    Console: your user pool > Authentication > Authentication methods > Password policy > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-policies.html

    Then the password policy should be
      | Minimum length               | 8        |
      | Uppercase letter             | required |
      | Lowercase letter             | required |
      | Number                       | required |
      | Special character            | required |
      | Days a temporary one is good | 7        |
      | Earlier ones remembered      | 0        |

  @behaviour @check:weak-passwords-refused @points:1 @needs:password-policy-default
  Scenario: Weak passwords are refused and a good one is accepted
    Hint: Each of the weak passwords breaks one rule of the Cognito defaults and keeps the other four.
    Classic wizard: Step 2, Configure security requirements > Password policy mode.
    Console: your user pool > Authentication > Authentication methods > Password policy > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-policies.html

    Given a user of the pool
    When the user is given each of these passwords in turn
      | Sh0rt!a        | too short            |
      | l0wercase-all  | no uppercase letter  |
      | UPPERCASE-4LL  | no lowercase letter  |
      | No-Numbers-At  | no number            |
      | N0SymbolsAt4ll | no special character |
      | G00d-enough!   | keeps every rule     |
    Then only the password "G00d-enough!" should be accepted

  @check:mfa-off @points:1
  Scenario: There is no multi-factor authentication
    Hint: Choose "No MFA". The lab's users have no second factor to sign in with.
    Classic wizard: Step 2, Configure security requirements > Multi-factor authentication > MFA enforcement.
    Console: your user pool > Authentication > Sign-in > Multi-factor authentication > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html

    Then multi-factor authentication should be "No MFA"

  @behaviour @check:no-second-factor @points:1 @needs:mfa-off
  Scenario: A user signs in with the password alone
    Hint: After the right password nothing more may be asked for.
    Classic wizard: Step 2, Configure security requirements > Multi-factor authentication > MFA enforcement.
    Console: your user pool > Authentication > Sign-in > Multi-factor authentication > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html

    Given a user of the pool with a password
    When the user signs in
    Then no second factor should be asked for
