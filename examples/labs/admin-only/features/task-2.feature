@task-2 @needs:user-pool-exists
Feature: Task 2: Close the sign-up
  Only administrators create accounts.

  Background:
    Given a learner has completed the lab

  @check:self-registration-off @points:2
  @control:prowler.cognito_user_pool_self_registration_disabled
  Scenario: Nobody signs up by themselves
    Hint: Turn self-registration off.
    Hint if "on": Anybody can sign up. Turn self-registration off.
    Why: In a pool for staff, a stranger with an account is one too many.
    Classic wizard: Step 3, Configure sign-up experience > Self-service sign-up.
    Console: your user pool > Authentication > Sign-up > Self-service sign-up > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html

    Then the self-registration should be off

  @behaviour @check:sign-up-refused @points:1 @needs:self-registration-off
  Scenario: A visitor who signs up is refused
    Hint: The sign-up of a visitor must be turned away.
    Console: your user pool > Authentication > Sign-up > Self-service sign-up > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html

    Given a visitor
    When the visitor signs up
    Then the sign-up should be refused
