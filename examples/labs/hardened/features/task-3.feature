@task-3 @needs:user-pool-exists
Feature: Task 3: Guard the way in
  A second factor, no sign-up by strangers, no recovery by SMS first.

  Background:
    Given a learner has completed the lab

  @check:mfa-required @points:2
  @control:securityhub.Cognito.5
  @control:prowler.cognito_user_pool_mfa_enabled
  Scenario: Every user has a second factor
    Hint: Choose "Require MFA".
    Hint if "Optional MFA": "Optional MFA" leaves it to each user. Choose "Require MFA".
    Hint if "No MFA": A password alone is enough in this pool. Choose "Require MFA".
    Classic wizard: Step 2, Configure security requirements > Multi-factor authentication > MFA enforcement.
    Console: your user pool > Authentication > Sign-in > Multi-factor authentication > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html

    Then multi-factor authentication should be "Require MFA"

  @check:self-registration-off @points:1
  @control:prowler.cognito_user_pool_self_registration_disabled
  Scenario: Nobody signs up by themselves
    Hint: Turn self-registration off.
    Hint if "on": Anybody can sign up. Turn self-registration off.
    Classic wizard: Step 3, Configure sign-up experience > Self-service sign-up.
    Console: your user pool > Authentication > Sign-up > Self-service sign-up > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html

    Then the self-registration should be off

  @check:recovery-not-by-sms @points:1 @needs:user-pool-exists
  @control:prowler.cognito_user_pool_account_recovery_sms_not_preferred
  Scenario: Accounts are not recovered by SMS first
    Hint: Choose a way of account recovery that does not prefer SMS.
    Classic wizard: Step 2, Configure security requirements > User account recovery.
    Console: your user pool > Authentication > Sign-in > User account recovery > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/managing-security.html

    Then the account recovery should not be "SMS if available, otherwise email"
    And the account recovery should not be "SMS only"

  @behaviour @check:sign-up-refused @points:1 @needs:self-registration-off
  Scenario: A visitor who signs up is refused
    Hint: The sign-up of a visitor must be turned away.
    Console: your user pool > Authentication > Sign-up > Self-service sign-up > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html

    Given a visitor
    When the visitor signs up
    Then the sign-up should be refused
