@task-2 @needs:user-pool-exists
Feature: Task 2: Ask for strong passwords
  At least 14 characters of all four kinds, and temporary ones that soon expire.

  Background:
    Given a learner has completed the lab

  @check:password-length @points:1
  @control:securityhub.Cognito.3
  @control:prowler.cognito_user_pool_password_policy_minimum_length_14
  Scenario: Passwords have at least 14 characters
    Hint: Set the minimum length to 14 or more.
    Hint if "8": 8 characters are the Cognito default. Make it 14 or more.
    Classic wizard: Step 2, Configure security requirements > Password policy mode > Custom.
    Console: your user pool > Authentication > Authentication methods > Password policy > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-policies.html

    Then the password minimum length should be at least 14

  @check:password-kinds @points:1
  @control:securityhub.Cognito.3
  @control:prowler.cognito_user_pool_password_policy_number
  @control:prowler.cognito_user_pool_password_policy_symbol
  @control:prowler.cognito_user_pool_password_policy_uppercase
  @control:prowler.cognito_user_pool_password_policy_lowercase
  Scenario: Passwords have all four kinds of characters
    Hint: Tick all four requirements.
    Hint if without "Contains at least 1 number": Tick "Contains at least 1 number".
    Hint if without "Contains at least 1 special character": Tick "Contains at least 1 special character".
    Hint if without "Contains at least 1 uppercase letter": Tick "Contains at least 1 uppercase letter".
    Hint if without "Contains at least 1 lowercase letter": Tick "Contains at least 1 lowercase letter".
    Classic wizard: Step 2, Configure security requirements > Password policy mode > Custom.
    Console: your user pool > Authentication > Authentication methods > Password policy > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-policies.html

    Then the password requirements should be exactly
      | Contains at least 1 number            |
      | Contains at least 1 special character |
      | Contains at least 1 uppercase letter  |
      | Contains at least 1 lowercase letter  |

  @check:temporary-passwords @points:1
  @control:securityhub.Cognito.3
  @control:prowler.cognito_user_pool_temporary_password_expiration
  Scenario: Temporary passwords expire within 7 days
    Hint: Let temporary passwords expire in 7 days or less.
    Classic wizard: Step 2, Configure security requirements > Password policy mode > Custom.
    Console: your user pool > Authentication > Authentication methods > Password policy > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-policies.html

    Then the temporary password validity should be at most 7 days
