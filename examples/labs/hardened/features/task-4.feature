@task-4 @needs:user-pool-exists
Feature: Task 4: Turn threat protection on
  Full function, for every kind of sign-in. It needs the feature plan Plus.

  Background:
    Given a learner has completed the lab

  @check:threat-protection @points:2
  @control:securityhub.Cognito.1
  @control:prowler.cognito_user_pool_advanced_security_enabled
  Scenario: Threat protection acts
    Hint: Choose the feature plan Plus, and "Full-function".
    Hint if "Audit-only": It only watches. Choose "Full-function".
    Hint if "No enforcement": It is off. Choose "Full-function"; the feature plan must be Plus.
    Classic wizard: App integration > Advanced security.
    Console: your user pool > Security > Threat protection.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html

    Then threat protection should be "Full-function"

  @check:threat-protection-custom @points:1 @needs:threat-protection
  @control:securityhub.Cognito.4
  Scenario: Threat protection acts on custom authentication, too
    Hint: Choose "Full-function" for custom authentication.
    Hint if "Audit-only": It only watches. Choose "Full-function".
    Hint if "No enforcement": Custom authentication is left out. Choose "Full-function".
    Console: your user pool > Security > Threat protection.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html

    Then threat protection for custom authentication should be "Full-function"

  @check:compromised-credentials @points:1 @needs:threat-protection
  @control:prowler.cognito_user_pool_blocks_compromised_credentials_sign_in_attempts
  Scenario: Leaked passwords open nothing
    Hint: Block the sign-in with compromised credentials.
    Hint if "Allow sign-in": Leaked passwords are let in. Choose "Block sign-in".
    Console: your user pool > Security > Threat protection.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html

    Then the response to compromised credentials should be "Block sign-in"
    And the events that compromised credentials are looked for at should include "Sign-in"

  @check:risky-sign-ins @points:1 @needs:threat-protection
  @control:prowler.cognito_user_pool_blocks_potential_malicious_sign_in_attempts
  Scenario: Risky sign-ins are blocked
    Hint: Block the sign-in at low, at medium and at high risk.
    Hint if "Allow": Sign-ins at some level of risk are let in. Choose "Block" for each.
    Hint if "Require MFA": At some level of risk MFA is asked for. Choose "Block" for each.
    Console: your user pool > Security > Threat protection.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html

    Then the response to low risk should be "Block"
    And the response to medium risk should be "Block"
    And the response to high risk should be "Block"
