@task-4 @needs:user-pool-exists
Feature: Task 4: Configure Security Requirements
  Password policy mode: Cognito defaults. Multi-factor authentication: No MFA.

  Background:
    Given a learner has completed the lab

  @check:password-policy-default @points:2 @control:securityhub.Cognito.3
  Scenario: The password policy is the Cognito default
    Hint: Choose "Cognito defaults". A custom policy with the same values counts as the same.
    Hint if "Policies.PasswordPolicy.MinimumLength": The minimum length is another one. Choose "Cognito defaults", which is 8 characters.
    Hint if "Policies.PasswordPolicy.TemporaryPasswordValidityDays": Temporary passwords are good for another time. Choose "Cognito defaults", which is 7 days.
    Hint if "Policies.PasswordPolicy.PasswordHistorySize": Earlier passwords are remembered. Choose "Cognito defaults", which remembers none.
    Hint if "Policies.PasswordPolicy.RequireUppercase", "Policies.PasswordPolicy.RequireLowercase", "Policies.PasswordPolicy.RequireNumbers", "Policies.PasswordPolicy.RequireSymbols": A kind of character is not required. Choose "Cognito defaults", which requires all four.
    Why: Length and four kinds of characters make guessing take long; a temporary password that lasts is one that somebody else may find.
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
    Why: A policy that is set and not enforced protects nobody.
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

  @check:mfa-off @points:1 @against:securityhub.Cognito.5
  Scenario: There is no multi-factor authentication
    Hint: Choose "No MFA". The lab's users have no second factor to sign in with.
    Hint if "Optional MFA": Users may set up a second factor. Choose "No MFA".
    Hint if "Require MFA": Every user has to set up a second factor, which the lab's users cannot. Choose "No MFA".
    Why: The lab is about the pool itself; a pool that people rely on should ask for a second factor.
    Classic wizard: Step 2, Configure security requirements > Multi-factor authentication > MFA enforcement.
    Console: your user pool > Authentication > Sign-in > Multi-factor authentication > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html

    Then multi-factor authentication should be "No MFA"

  @behaviour @check:no-second-factor @points:1 @needs:mfa-off
  Scenario: A user signs in with the password alone
    Hint: After the right password nothing more may be asked for.
    Why: With another question after the password, the lab's users could not get in.
    Classic wizard: Step 2, Configure security requirements > Multi-factor authentication > MFA enforcement.
    Console: your user pool > Authentication > Sign-in > Multi-factor authentication > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html

    Given a user of the pool with a password
    When the user signs in
    Then no second factor should be asked for
