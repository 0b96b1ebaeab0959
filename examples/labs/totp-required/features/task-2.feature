@task-2 @needs:user-pool-exists
Feature: Task 2: Require a second factor
  Multi-factor authentication: required, by authenticator apps alone.

  Background:
    Given a learner has completed the lab

  @check:mfa-required @points:2
  @control:securityhub.Cognito.5
  @control:prowler.cognito_user_pool_mfa_enabled
  Scenario: Every user has a second factor
    Hint: Choose "Require MFA".
    Hint if "Optional MFA": "Optional MFA" leaves it to each user. Choose "Require MFA".
    Hint if "No MFA": A password alone is enough in this pool. Choose "Require MFA".
    Why: A password that leaked opens no account by itself.
    Classic wizard: Step 2, Configure security requirements > Multi-factor authentication > MFA enforcement.
    Console: your user pool > Authentication > Sign-in > Multi-factor authentication > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html

    Then multi-factor authentication should be "Require MFA"

  @check:authenticator-apps-only @points:2 @needs:mfa-required
  Scenario: Authenticator apps are the only method
    Hint: Under "MFA methods" select "Authenticator apps" and nothing else.
    Hint if "SMS message": Codes also go out by SMS. Deselect "SMS message".
    Why: SMS can be diverted to another phone, and costs money.
    Classic wizard: Step 2, Configure security requirements > Multi-factor authentication > MFA methods.
    Console: your user pool > Authentication > Sign-in > Multi-factor authentication > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html

    Then the MFA methods should be exactly "Authenticator apps"
