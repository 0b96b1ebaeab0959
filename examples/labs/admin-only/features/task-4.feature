@task-4 @needs:user-pool-exists
Feature: Task 4: Create an administrator
  A user, and a place in the group.

  Background:
    Given a learner has completed the lab

  @check:administrator-created @points:1
  Scenario: There is a user
    Hint: Create the user success+ann@simulator.amazonses.com.
    Classic wizard: your user pool > Users > Create user.
    Console: your user pool > User management > Users > Create user.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-create-user-accounts.html

    Then there should be a user named "success+ann@simulator.amazonses.com"

  @check:administrator-in-group @points:1 @needs:administrator-created @needs:admins
  Scenario: The user is an administrator, and no reader
    Hint: Add the user to the group admins, and to no other.
    Classic wizard: your user pool > Groups > admins > Add user to group.
    Console: your user pool > User management > Users > the user > Add user to group.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html

    Then the user "success+ann@simulator.amazonses.com" should be in the group "admins"
    And the user "success+ann@simulator.amazonses.com" should not be in the group "readers"

  @behaviour @check:group-in-token @points:1 @needs:admins
  Scenario: The token says what the user is
    Hint: The ID token of an administrator must name the group admins.
    Console: your user pool > User management > Groups.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html

    Given a user of the pool in the group "admins"
    When the user signs in
    Then the groups in the ID token should be exactly "admins"
