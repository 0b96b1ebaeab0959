@task-2
Feature: Task 2: Creating a User Pool
  Everything else in the lab is a setting of one user pool, so there must be one.

  Background:
    Given a learner has completed the lab

  @check:user-pool-exists @points:1
  Scenario: There is a user pool
    Hint: Create a user pool and go through the wizard to the end: nothing exists before its last button is pressed.
    Hint if "none was created": No pool came of it: the wizard creates nothing before its last button is pressed.
    Why: Everything that follows is a setting of this pool.
    Classic wizard: Amazon Cognito > User pools > Create user pool.
    Console: Amazon Cognito > User pools > Create user pool.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/getting-started-user-pools.html

    Then there should be a user pool
