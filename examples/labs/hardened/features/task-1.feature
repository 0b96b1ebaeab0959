@task-1
Feature: Task 1: Create the user pool
  A pool that nobody deletes by mistake.

  Background:
    Given a learner has completed the lab

  @check:user-pool-exists @points:1
  Scenario: There is a user pool
    Hint: Create a user pool and go through the wizard to the end: nothing exists before its last button is pressed.
    Classic wizard: Amazon Cognito > User pools > Create user pool.
    Console: Amazon Cognito > User pools > Create user pool.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/getting-started-user-pools.html

    Then there should be a user pool

  @check:deletion-protection @points:1 @needs:user-pool-exists
  @control:securityhub.Cognito.6
  @control:prowler.cognito_user_pool_deletion_protection_enabled
  Scenario: The pool cannot be deleted by mistake
    Hint: Activate deletion protection.
    Hint if "off": Deletion protection is off. The CLI and CloudFormation leave it off unless told.
    Why: With the pool, every account in it is gone.
    Classic wizard: User pool properties > Deletion protection.
    Console: your user pool > Settings > Deletion protection.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html

    Then the deletion protection should be on
