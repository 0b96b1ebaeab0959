@task-2 @needs:user-pool-exists
Feature: Task 2: Choose the first factors
  One-time passwords by email, and passkeys.

  Background:
    Given a learner has completed the lab

  @check:email-code-first @points:2
  Scenario: A one-time password by email is a first factor
    Hint: Select "Email message one-time password".
    Hint if without "Email message one-time password": The choices lack it. Select "Email message one-time password".
    Console: your user pool > Authentication > Sign-in > Options for choice-based sign-in > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html

    Then the choices of first factor should include "Email message one-time password"

  @check:passkey-first @points:2
  Scenario: A passkey is a first factor
    Hint: Select "Passkey".
    Hint if without "Passkey": The choices lack it. Select "Passkey".
    Why: A passkey cannot be given away to a false page.
    Console: your user pool > Authentication > Sign-in > Options for choice-based sign-in > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html

    Then the choices of first factor should include "Passkey"

  @check:no-sms-code @points:1 @needs:user-pool-exists @needs:email-code-first
  Scenario: Codes do not go out by SMS
    Hint: Deselect "SMS message one-time password".
    Why: SMS can be diverted to another phone, and costs money.
    Console: your user pool > Authentication > Sign-in > Options for choice-based sign-in > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html

    Then the choices of first factor should not include "SMS message one-time password"

  @check:mfa-not-required @points:1 @needs:email-code-first
  Scenario: No second factor is required
    Hint: Do not choose "Require MFA": Cognito offers no one-time password as a first factor then.
    Classic wizard: Step 2, Configure security requirements > Multi-factor authentication > MFA enforcement.
    Console: your user pool > Authentication > Sign-in > Multi-factor authentication > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html

    Then multi-factor authentication should not be "Require MFA"
